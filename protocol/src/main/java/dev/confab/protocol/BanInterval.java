package dev.confab.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * One ban, from the position of its {@code banned} event to that of its {@code unbanned} event.
 *
 * @param from position of the ban itself
 * @param to position of its lifting, absent while it stands
 * @param until when it ends by itself by the log's time, absent if never
 */
public record BanInterval(Username user, Position from, Optional<Position> to, Optional<Instant> until) {

    /** Whether an event at this position, appended at this time, falls into the ban. */
    public boolean covers(Position position, Instant at) {
        return position.isAfter(from)
                && to.map(end -> end.isAfter(position)).orElse(true)
                && until.map(at::isBefore).orElse(true);
    }

    BanInterval liftedAt(Position position) {
        return new BanInterval(user, from, Optional.of(position), until);
    }
}

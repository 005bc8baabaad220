package dev.confab.protocol;

import java.util.Optional;

/**
 * How long somebody was owner or moderator of a room: from the position of the event that made them so to that of the one that
 * ended it.
 *
 * @param role {@link Role#OWNER} or {@link Role#MODERATOR}
 * @param from {@link Position#NONE} if it has been so for as long as is known
 * @param to absent while it is so
 */
public record RoleInterval(Username user, Role role, Position from, Optional<Position> to) {

    /** Whether they had the role at this position. */
    boolean covers(Position position) {
        return position.isAfter(from) && to.map(end -> end.isAfter(position)).orElse(true);
    }

    RoleInterval endedAt(Position position) {
        return new RoleInterval(user, role, from, Optional.of(position));
    }
}

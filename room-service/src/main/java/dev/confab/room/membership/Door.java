package dev.confab.room.membership;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.room.registry.Standing;
import java.time.Instant;

/** What to do with somebody who wants into a room, judged by who they are there. */
sealed interface Door {
    /** Nobody gets in like this. */
    record Shut(ConfabException reason) implements Door {}

    /** The log does not know yet what was decided about them; look again when it does. */
    record Wait() implements Door {}

    /** They are in; the log does not know yet, which is worth a short wait but not a refusal. */
    record OpenSoon(Standing standing) implements Door {}

    record Open(Standing standing) implements Door {}

    /** They become a member, with the right password if the room has one. */
    record Enter(Standing standing) implements Door {}

    static Door of(Standing standing, int capacity, Instant now) {
        var ban = standing.standingBan(now);
        if (ban.isPresent()) {
            return new Shut(ban.get().refusal());
        }
        if (standing.hasPendingFence()) {
            return new Wait();
        }
        if (standing.isMember()) {
            return standing.hasPendingMembership() ? new OpenSoon(standing) : new Open(standing);
        }
        if (standing.room().memberCount() >= capacity) {
            return new Shut(new ConfabException(ErrorCode.CONFLICT, "The room is full."));
        }
        return new Enter(standing);
    }
}

package dev.confab.room.membership;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends one's own membership. Leaving a room one is not in changes nothing. */
@ApplicationScoped
class LeaveRoom {
    private final Decisions decisions;
    private final RegistryStore registry;
    private final EndMembership endMembership;

    LeaveRoom(Decisions decisions, RegistryStore registry, EndMembership endMembership) {
        this.decisions = decisions;
        this.registry = registry;
        this.endMembership = endMembership;
    }

    Uni<Void> leave(RoomName name, Username user) {
        return decisions.about(
                name,
                room -> registry.standing(name, user)
                        .invoke(LeaveRoom::requireMayLeave)
                        .chain(standing -> endMembership.of(standing, user)));
    }

    private static void requireMayLeave(Standing standing) {
        if (standing.room().name().isMain()) {
            throw new ConfabException(ErrorCode.CONFLICT, "Everybody belongs to main, nobody leaves it.");
        }
        if (standing.role() == Role.OWNER) {
            throw new ConfabException(ErrorCode.CONFLICT, "The owner can't leave the room, only delete it.");
        }
    }
}

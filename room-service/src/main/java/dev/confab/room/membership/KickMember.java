package dev.confab.room.membership;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Ends a member's sessions in the room; they may come back. In a room with a password it ends the membership, too. */
@ApplicationScoped
class KickMember {
    private final Decisions decisions;
    private final RegistryStore registry;
    private final EndMembership endMembership;

    KickMember(Decisions decisions, RegistryStore registry, EndMembership endMembership) {
        this.decisions = decisions;
        this.registry = registry;
        this.endMembership = endMembership;
    }

    Uni<Void> kick(RoomName name, Username by, Username user, String reason) {
        return decisions.about(
                name,
                room -> registry.standing(name, by)
                        .invoke(Standing::requireModerator)
                        .chain(actor -> registry.standing(name, user).invoke(target -> require(actor, target)))
                        .chain(target -> kick(target, by, reason)));
    }

    private static void require(Standing actor, Standing target) {
        actor.requireMayModerate(target);
        if (!target.isMember()) {
            throw new ConfabException(ErrorCode.NOT_FOUND, target.user() + " is not a member of this room.");
        }
    }

    private Uni<Void> kick(Standing target, Username by, String reason) {
        MessageId kicked = MessageId.next();
        var event = new Decision.Kicked(target.room().name(), kicked, target.user(), by, reason);
        return registry.depart(target, Instant.now(), kicked)
                .chain(() -> decisions.tell(event))
                .chain(() -> target.room().hasPassword()
                        ? endMembership.of(target, by)
                        : Uni.createFrom().voidItem());
    }
}

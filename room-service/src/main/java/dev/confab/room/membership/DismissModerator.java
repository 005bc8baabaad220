package dev.confab.room.membership;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Makes a moderator a member like the others. */
@ApplicationScoped
class DismissModerator {
    private final Decisions decisions;
    private final RegistryStore registry;

    DismissModerator(Decisions decisions, RegistryStore registry) {
        this.decisions = decisions;
        this.registry = registry;
    }

    Uni<Void> dismiss(RoomName name, Username by, Username user) {
        return decisions.about(
                name,
                room -> registry.standing(name, by)
                        .invoke(Standing::requireOwner)
                        .chain(() -> registry.standing(name, user))
                        .chain(target -> dismiss(target, by)));
    }

    private Uni<Void> dismiss(Standing target, Username by) {
        if (!target.moderator()) {
            throw new ConfabException(ErrorCode.NOT_FOUND, target.user() + " is not a moderator of this room.");
        }
        MessageId dismissed = MessageId.next();
        var event = new Decision.RoleChanged(target.room().name(), dismissed, target.user(), Role.MEMBER, by);
        return registry.dismiss(target.room(), target.user(), Instant.now(), dismissed)
                .chain(() -> decisions.tell(event));
    }
}

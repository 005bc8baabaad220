package dev.confab.room.membership;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.RoomsConfig;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a member a moderator. */
@ApplicationScoped
class AppointModerator {
    private final Decisions decisions;
    private final RegistryStore registry;
    private final MembershipStore store;
    private final RoomsConfig config;

    AppointModerator(Decisions decisions, RegistryStore registry, MembershipStore store, RoomsConfig config) {
        this.decisions = decisions;
        this.registry = registry;
        this.store = store;
        this.config = config;
    }

    Uni<Void> appoint(RoomName name, Username by, Username user) {
        return decisions.about(
                name,
                room -> registry.standing(name, by)
                        .invoke(Standing::requireOwner)
                        .chain(() -> registry.standing(name, user))
                        .chain(target -> target.moderator() ? Uni.createFrom().voidItem() : appoint(target, by)));
    }

    private Uni<Void> appoint(Standing target, Username by) {
        if (!target.isMember()) {
            throw new ConfabException(ErrorCode.NOT_FOUND, target.user() + " is not a member of this room.");
        }
        if (target.role() == Role.OWNER) {
            throw new ConfabException(ErrorCode.CONFLICT, "The owner may do everything a moderator may.");
        }
        MessageId appointed = MessageId.next();
        var event = new Decision.RoleChanged(target.room().name(), appointed, target.user(), Role.MODERATOR, by);
        return store.countModerators(target.room())
                .invoke(this::requireFewer)
                .chain(() -> registry.appoint(target.room(), target.user(), by, appointed))
                .chain(() -> decisions.tell(event));
    }

    private void requireFewer(long moderators) {
        if (moderators >= config.maxModerators()) {
            throw new ConfabException(ErrorCode.CONFLICT, "The room has as many moderators as it may have.");
        }
    }
}

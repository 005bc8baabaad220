package dev.confab.room.lifecycle;

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

/** Deletes a room with its members and bans; its name is free again. */
@ApplicationScoped
class DeleteRoom {
    private final Decisions decisions;
    private final RegistryStore registry;

    DeleteRoom(Decisions decisions, RegistryStore registry) {
        this.decisions = decisions;
        this.registry = registry;
    }

    Uni<Void> delete(RoomName name, Username by) {
        if (name.isMain()) {
            return Uni.createFrom().failure(new ConfabException(ErrorCode.FORBIDDEN, "The room main is always there."));
        }
        return decisions.about(
                name,
                room -> registry.standing(name, by)
                        .invoke(Standing::requireOwner)
                        .chain(() -> decisions.tell(room.told(Decision.RoomChanged.Change.DELETED, MessageId.next())))
                        .chain(() -> registry.remove(room)));
    }
}

package dev.confab.room.lifecycle;

import dev.confab.protocol.Decision;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.password.Passwords;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Room;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Changes a room's topic and password. Whoever is a member stays one. */
@ApplicationScoped
class ChangeRoom {
    private final Decisions decisions;
    private final RegistryStore registry;
    private final Passwords passwords;

    ChangeRoom(Decisions decisions, RegistryStore registry, Passwords passwords) {
        this.decisions = decisions;
        this.registry = registry;
        this.passwords = passwords;
    }

    Uni<Void> change(RoomName name, Username by, Optional<String> topic, PasswordChange password) {
        Optional<PasswordChange.Replace> replace =
                password instanceof PasswordChange.Replace next ? Optional.of(next) : Optional.empty();
        return passwords
                .hash(name, replace.map(PasswordChange.Replace::next))
                .chain(hash -> decisions.about(
                        name,
                        room -> registry.standing(name, by)
                                .invoke(Standing::requireOwner)
                                .chain(() -> change(room, topic, password, hash))));
    }

    private Uni<Void> change(Room room, Optional<String> topic, PasswordChange password, Optional<String> hash) {
        boolean changes = topic.filter(next -> !next.equals(room.topic())).isPresent();
        topic.ifPresent(room::changeTopic);
        changes |= switch (password) {
            case PasswordChange.Keep k -> false;
            case PasswordChange.Remove r -> room.hasPassword();
            case PasswordChange.Replace r -> true;
        };
        if (!(password instanceof PasswordChange.Keep)) {
            room.changePassword(hash);
        }
        return changes
                ? decisions.tell(room.told(Decision.RoomChanged.Change.CHANGED, MessageId.next()))
                : Uni.createFrom().voidItem();
    }
}

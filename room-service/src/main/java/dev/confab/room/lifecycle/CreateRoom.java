package dev.confab.room.lifecycle;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.RoomsConfig;
import dev.confab.room.password.Passwords;
import dev.confab.room.password.RoomPassword;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Room;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Creates a room; its creator is its owner and first member. */
@ApplicationScoped
class CreateRoom {
    private final Decisions decisions;
    private final RegistryStore registry;
    private final LifecycleStore store;
    private final Passwords passwords;
    private final RoomsConfig config;

    CreateRoom(
            Decisions decisions,
            RegistryStore registry,
            LifecycleStore store,
            Passwords passwords,
            RoomsConfig config) {
        this.decisions = decisions;
        this.registry = registry;
        this.store = store;
        this.passwords = passwords;
        this.config = config;
    }

    Uni<Room> create(RoomName name, Username owner, String topic, Optional<RoomPassword> password) {
        return passwords
                .hash(name, password)
                .chain(hash ->
                        decisions.transaction(() -> requireFewer(owner).chain(() -> add(name, owner, topic, hash))));
    }

    private Uni<Void> requireFewer(Username owner) {
        return store.countOwnedBy(owner)
                .invoke(owned -> {
                    if (owned >= config.maxOwned()) {
                        throw new ConfabException(
                                ErrorCode.CONFLICT, "You own " + owned + " rooms, which is as many as one may own.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Room> add(RoomName name, Username owner, String topic, Optional<String> hash) {
        MessageId created = MessageId.next();
        MessageId joined = MessageId.next();
        Room room = new Room(name, owner, topic, hash, created);
        return registry.addRoom(room)
                .chain(() -> registry.addMember(room, owner, Instant.now(), joined))
                .chain(() -> decisions.tell(
                        room.told(Decision.RoomChanged.Change.CREATED, created),
                        new Decision.Joined(name, joined, owner, Role.OWNER)))
                .replaceWith(room);
    }
}

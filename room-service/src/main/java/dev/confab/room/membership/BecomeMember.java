package dev.confab.room.membership;

import dev.confab.protocol.Decision;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.RoomsConfig;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Begins a membership, if that is still right by now: it was decided upon without holding the room. */
@ApplicationScoped
class BecomeMember {
    private final Decisions decisions;
    private final RegistryStore registry;
    private final RoomsConfig config;

    BecomeMember(Decisions decisions, RegistryStore registry, RoomsConfig config) {
        this.decisions = decisions;
        this.registry = registry;
        this.config = config;
    }

    /** @param checkedHash the password that was given is the one of this hash; if the room has another one by now, nothing happens */
    Uni<Void> of(RoomName name, Username user, Optional<String> checkedHash) {
        return decisions.about(
                name,
                room -> registry.standing(name, user).chain(standing -> {
                    boolean mayEnter = Door.of(standing, config.capacity(), Instant.now()) instanceof Door.Enter;
                    return mayEnter && room.passwordHash().equals(checkedHash)
                            ? begin(standing)
                            : Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> begin(Standing standing) {
        MessageId joined = MessageId.next();
        return registry.addMember(standing.room(), standing.user(), Instant.now(), joined)
                .chain(() -> decisions.tell(
                        new Decision.Joined(standing.room().name(), joined, standing.user(), standing.role())));
    }
}

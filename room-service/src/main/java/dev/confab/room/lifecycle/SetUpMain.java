package dev.confab.room.lifecycle;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.RoomsConfig;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.Moderator;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Room;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** At start-up: there is main, it belongs to the system, and it is moderated by whom the configuration names. */
@ApplicationScoped
class SetUpMain {
    /** The owner of main; nobody can register it. */
    static final Username SYSTEM = new Username("system");

    private final Database database;
    private final Decisions decisions;
    private final RegistryStore registry;
    private final LifecycleStore store;
    private final Set<Username> moderators;

    SetUpMain(
            Database database, Decisions decisions, RegistryStore registry, LifecycleStore store, RoomsConfig config) {
        this.database = database;
        this.decisions = decisions;
        this.registry = registry;
        this.store = store;
        this.moderators = config.mainModerators().orElse(Set.of()).stream()
                .map(Username::new)
                .collect(Collectors.toSet());
    }

    void onStart(@Observes StartupEvent started) {
        database.atStart(() -> createIfMissing()
                .onFailure(SetUpMain::exists)
                .recoverWithNull() // another replica was faster
                .chain(() -> decisions.about(RoomName.MAIN, this::appointModerators)));
    }

    private Uni<Void> createIfMissing() {
        return decisions.transaction(() -> registry.find(RoomName.MAIN)
                .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : create()));
    }

    private static boolean exists(Throwable failure) {
        return failure instanceof ConfabException refused && refused.code() == ErrorCode.ROOM_EXISTS;
    }

    private Uni<Void> create() {
        MessageId created = MessageId.next();
        Room main = new Room(RoomName.MAIN, SYSTEM, "", Optional.empty(), created);
        return registry.addRoom(main)
                .chain(() -> decisions.tell(main.told(Decision.RoomChanged.Change.CREATED, created)));
    }

    private Uni<Void> appointModerators(Room main) {
        return store.moderators(main)
                .map(rows -> rows.stream().map(Moderator::user).collect(Collectors.toSet()))
                .chain(before -> changeModerators(main, before));
    }

    private Uni<Void> changeModerators(Room main, Set<Username> before) {
        Set<Username> appointed = without(moderators, before);
        Set<Username> dismissed = without(before, moderators);
        return each(appointed, user -> appoint(main, user)).chain(() -> each(dismissed, user -> dismiss(main, user)));
    }

    private Uni<Void> appoint(Room main, Username user) {
        MessageId appointed = MessageId.next();
        return registry.appoint(main, user, SYSTEM, appointed)
                .chain(() -> decisions.tell(changed(user, appointed, Role.MODERATOR)));
    }

    private Uni<Void> dismiss(Room main, Username user) {
        MessageId dismissed = MessageId.next();
        return registry.dismiss(main, user, Instant.now(), dismissed)
                .chain(() -> decisions.tell(changed(user, dismissed, Role.MEMBER)));
    }

    private static Uni<Void> each(Set<Username> users, Function<Username, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .onItem()
                .ignoreAsUni();
    }

    private static RoomEvent changed(Username user, MessageId id, Role role) {
        return new Decision.RoleChanged(RoomName.MAIN, id, user, role, SYSTEM);
    }

    private static Set<Username> without(Set<Username> all, Set<Username> some) {
        Set<Username> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}

package dev.confab.room.lifecycle;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                .chain(() -> decisions.tell(main.told(RoomEvent.RoomChanged.Change.CREATED, created)));
    }

    private Uni<Void> appointModerators(Room main) {
        return store.moderators(main)
                .map(rows -> rows.stream().map(Moderator::user).collect(Collectors.toSet()))
                .chain(before -> changeModerators(main, before));
    }

    private Uni<Void> changeModerators(Room main, Set<Username> before) {
        Set<Username> appointed = without(moderators, before);
        Set<Username> dismissed = without(before, moderators);
        List<RoomEvent> events = Stream.concat(
                        appointed.stream().map(user -> changed(user, Role.MODERATOR)),
                        dismissed.stream().map(user -> changed(user, Role.MEMBER)))
                .toList();
        return each(appointed, user -> registry.add(new Moderator(main, user)))
                .chain(() -> each(dismissed, user -> registry.removeModerator(main, user)))
                .chain(() -> decisions.tell(events));
    }

    private static Uni<Void> each(Set<Username> users, Function<Username, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .onItem()
                .ignoreAsUni();
    }

    private static RoomEvent changed(Username user, Role role) {
        return new RoomEvent.RoleChanged(RoomName.MAIN, MessageId.next(), user, role, SYSTEM);
    }

    private static Set<Username> without(Set<Username> all, Set<Username> some) {
        Set<Username> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}

package dev.confab.room.registry;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.RoomEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * A log that was made anew knows nothing of rooms, moderators and bans, and positions start again in it. So each room is told
 * of again, with its moderators and the bans that stand: by the same events as the first time, so that the relay finds the very rows that they are of
 * and records where they stand now. Until then nobody is let into the room; one that somebody wants into comes first.
 */
@ApplicationScoped
public class RetellRooms {
    private static final Logger LOG = Logger.getLogger(RetellRooms.class);

    private final Database database;
    private final Decisions decisions;
    private final RetellStore store;
    private final CreateTopics topics;
    /** The epoch of the log that is being told. A process that has done so, or need not, may live with a log of the past. */
    private volatile Optional<String> underWay = Optional.empty();

    RetellRooms(Database database, Decisions decisions, RetellStore store, CreateTopics topics) {
        this.database = database;
        this.decisions = decisions;
        this.store = store;
        this.topics = topics;
    }

    void onStart(@Observes StartupEvent started) {
        CompletableFuture<Void> _ = topics.epoch()
                .thenAcceptAsync(epoch -> database.untilDone(() -> retell(epoch)), Thread::startVirtualThread);
    }

    /** Done when every room is told of in the log of that epoch; several replicas may do it at once. */
    Uni<Void> retell(String epoch) {
        return decisions
                .transaction(() -> store.adopt(epoch))
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> retellNext(epoch))
                        .whilst(more -> more)
                        .onItem()
                        .ignoreAsUni())
                .onSubscription()
                .invoke(() -> underWay = Optional.of(epoch))
                .onTermination()
                .invoke(() -> underWay = Optional.empty());
    }

    /** Whether others are being told of, and the room waits for its turn. */
    public boolean isWaiting(Room room) {
        return underWay.filter(epoch ->
                        room.epoch().filter(of -> !of.value().equals(epoch)).isPresent())
                .isPresent();
    }

    /** Tells of a room that {@link #isWaiting} before its turn: whoever wants into it need not wait for all others. */
    public Uni<Void> retellNow(Room room) {
        return underWay.map(epoch -> retell(room.id(), epoch))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Whether there was one. */
    private Uni<Boolean> retellNext(String epoch) {
        return database.read(() -> store.next(epoch))
                .chain(found -> found.map(id -> retell(id, epoch).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> retell(Long id, String epoch) {
        return decisions.transaction(() -> store.lock(id, epoch)
                .chain(found -> found.map(room -> retell(room, epoch))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> retell(Room room, String epoch) {
        LOG.warnf("the log is a new one, telling it of room=%s", room.name());
        return store.forgetPositions(room, epoch)
                .chain(() -> store.standingAppointments(room))
                .chain(appointments -> store.standingBans(room, Instant.now())
                        .chain(bans -> decisions.tell(events(room, appointments, bans))));
    }

    private static List<RoomEvent> events(Room room, List<Appointment> appointments, List<Ban> bans) {
        List<RoomEvent> events = new ArrayList<>(List.of(room.creation()));
        appointments.forEach(appointment -> events.add(appointment.told(room)));
        bans.forEach(ban -> events.add(ban.told(room)));
        return events;
    }
}

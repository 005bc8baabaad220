package dev.confab.room.registry;

import dev.confab.outbox.Outbox;
import dev.confab.outbox.OutboxEvent;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where decisions about rooms are made: in one transaction with their events, holding the room's row from its first
 * statement on. So the decisions about a room follow one another, each sees those before it, and their events reach the
 * outbox, and from there the log, in the same order.
 */
@ApplicationScoped
public class Decisions {
    private final Database database;
    private final Outbox outbox;
    private final RegistryStore store;
    private final MeterRegistry metrics;

    Decisions(Database database, Outbox outbox, RegistryStore store, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.store = store;
        this.metrics = metrics;
    }

    /** Decides about an existing room. */
    public <T> Uni<T> about(RoomName name, Function<Room, Uni<T>> decide) {
        return transaction(() -> store.lock(name).chain(decide::apply));
    }

    /** Decides about a room that is yet to be created, or about several. */
    public <T> Uni<T> transaction(Supplier<Uni<T>> decide) {
        return database.transaction(decide);
    }

    /** Tells of the decision, in this order. */
    public Uni<Void> tell(RoomEvent... events) {
        return tell(Arrays.asList(events));
    }

    /** As {@link #tell(RoomEvent...)}. */
    public Uni<Void> tell(List<RoomEvent> events) {
        events.forEach(event -> metrics.counter(
                        "confab.rooms.decisions", "event", event.getClass().getSimpleName())
                .increment());
        return outbox.add(events.stream().map(OutboxEvent::of).toList());
    }
}

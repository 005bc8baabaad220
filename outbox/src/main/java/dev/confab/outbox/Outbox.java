package dev.confab.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Where use cases put the events of their decisions. */
@ApplicationScoped
public class Outbox {
    private static final String ADDED = "confab.outbox.added";

    private final Relay relay;

    Outbox(Relay relay) {
        this.relay = relay;
    }

    /**
     * Runs the work in one database transaction and relays its events as soon as it is committed. Whoever gets the result
     * finds the events in Kafka, so that the next request of the same client meets nobody who could not know of this one;
     * only while Kafka is away the result comes without them.
     */
    public <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).call(() -> ContextLocals.remove(ADDED) ? relay.relayed() : nothing());
    }

    /** Adds events to the running transaction. They reach Kafka in this order if it commits, never if it does not. */
    public Uni<Void> add(OutboxEvent... events) {
        return add(List.of(events));
    }

    /** As {@link #add(OutboxEvent...)}. */
    public Uni<Void> add(List<OutboxEvent> events) {
        Object[] entries = events.stream().map(OutboxEntry::new).toArray();
        ContextLocals.put(ADDED, true);
        return Panache.getSession().chain(session -> session.persistAll(entries));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}

package dev.confab.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Where use cases put the events of their decisions. */
@ApplicationScoped
public class Outbox {
    private final Relay relay;

    Outbox(Relay relay) {
        this.relay = relay;
    }

    /** Runs the work in one database transaction and has its events relayed as soon as it is committed. */
    public <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).invoke(relay::wake);
    }

    /** Adds events to the running transaction. They reach Kafka in this order if it commits, never if it does not. */
    public Uni<Void> add(OutboxEvent... events) {
        return add(List.of(events));
    }

    /** As {@link #add(OutboxEvent...)}. */
    public Uni<Void> add(List<OutboxEvent> events) {
        Object[] entries = events.stream().map(OutboxEntry::new).toArray();
        return Panache.getSession().chain(session -> session.persistAll(entries));
    }
}

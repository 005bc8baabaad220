package dev.confab.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A service's own step once events are in Kafka, within the transaction that takes them out of the outbox: what it writes
 * is kept if and only if the events count as relayed. May be run again for the same events. A service has one at most.
 */
public interface AfterRelay {
    /** @return what follows from it and is to be appended in the same step, before the events count as relayed */
    Uni<List<OutboxEvent>> onRelayed(List<Relayed> events);
}

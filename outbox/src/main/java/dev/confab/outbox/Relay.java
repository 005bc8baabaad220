package dev.confab.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Relays the outbox to Kafka, a batch at a time in one transaction that holds the lease, appends, lets the service do its
 * {@link AfterRelay} step, and deletes. It works when woken and, for what another replica left behind, every second. Has
 * a thread of its own, which alone waits.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 100;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final RelayStore store;
    private final RelayProducer producer;
    private final Instance<AfterRelay> afterRelay;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);
    private volatile boolean stopped;

    Relay(RelayStore store, RelayProducer producer, @Any Instance<AfterRelay> afterRelay) {
        this.store = store;
        this.producer = producer;
        this.afterRelay = afterRelay;
    }

    /** There may be something in the outbox. */
    void wake() {
        wakeUps.release();
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        wake();
        thread.join(Duration.ofSeconds(6));
    }

    private void run() {
        boolean healthy = true;
        while (!stopped) {
            try {
                boolean woken = wakeUps.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                LOG.tracef("relaying, woken: %s", woken);
                while (relayBatch() == BATCH) {
                    // there is more
                }
                healthy = true;
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                LOG.log(healthy ? Logger.Level.WARN : Logger.Level.DEBUG, "can't relay now, trying on", e);
                healthy = false;
            }
        }
    }

    private int relayBatch() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(
                () -> store.takeLease().chain(() -> store.oldest(BATCH)).chain(this::relay)));
    }

    private Uni<Integer> relay(List<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return producer.append(entries.stream().map(OutboxEntry::event).toList())
                .chain(this::finish)
                .chain(() -> store.delete(entries))
                .replaceWith(entries.size());
    }

    private Uni<Void> finish(List<Relayed> relayed) {
        return afterRelay.isResolvable()
                ? afterRelay.get().onRelayed(relayed).chain(this::appendFurther)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> appendFurther(List<OutboxEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : producer.append(events).replaceWithVoid();
    }
}

package dev.confab.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(10);
    /** Longest that an answer waits for its events; they are kept, and follow when Kafka is back. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RelayStore store;
    private final RelayProducer producer;
    private final Instance<AfterRelay> afterRelay;
    private final Counter failures;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);
    private volatile boolean stopped;

    Relay(RelayStore store, RelayProducer producer, @Any Instance<AfterRelay> afterRelay, MeterRegistry metrics) {
        this.store = store;
        this.producer = producer;
        this.afterRelay = afterRelay;
        this.failures = metrics.counter("confab.relay.failures");
    }

    /** Done when what is committed by now is in Kafka, or when it takes too long or can't be brought there. */
    Uni<Void> relayed() {
        var round = new CompletableFuture<Void>();
        waiting.add(round);
        wakeUps.release();
        return Uni.createFrom()
                .completionStage(round)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(Uni.createFrom().voidItem())
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        wakeUps.release();
        thread.join(Duration.ofSeconds(6));
    }

    private void run() {
        boolean healthy = true;
        while (!stopped) {
            try {
                boolean woken = wakeUps.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                LOG.tracef("relaying, woken: %s", woken);
                relayAll();
                healthy = true;
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                LOG.debug("can't relay now", e);
                if (healthy) {
                    LOG.warnf("can't relay now, trying on: %s", e);
                }
                healthy = false;
                failures.increment();
            }
        }
    }

    /** Those who waited before it began are told when it has ended. */
    private void relayAll() throws Throwable {
        var round = new ArrayList<CompletableFuture<Void>>();
        for (var one = waiting.poll(); one != null; one = waiting.poll()) {
            round.add(one);
        }
        try {
            while (relayBatch() == BATCH) {
                // there is more
            }
        } finally {
            round.forEach(one -> one.complete(null));
        }
    }

    /**
     * Waits only so long: the rollback on a connection that broke under a statement may never be answered. A transaction
     * that is just slow is not cancelled, which would keep its connection from ever coming back; the lease keeps the next
     * one from overtaking it.
     */
    private int relayBatch() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(
                        () -> store.takeLease().chain(() -> store.oldest(BATCH)).chain(this::relay))
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(BATCH_TIMEOUT)
                .fail());
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

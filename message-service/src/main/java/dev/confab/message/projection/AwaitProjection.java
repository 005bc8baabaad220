package dev.confab.message.projection;

import dev.confab.message.log.Epochs;
import dev.confab.protocol.ConfabException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * For those who must see what is in the log already: waits until the projection has reached a position. Where this
 * replica projects the partition itself it hears of it at once; where another one does, it looks at the stored positions.
 */
@ApplicationScoped
public class AwaitProjection {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /** All that wait share one look. */
    private static final Duration SAME_LOOK = Duration.ofMillis(25);

    private record Waiter(int partition, long end, CompletableFuture<Void> done) {}

    private final Map<Integer, Long> reached = new ConcurrentHashMap<>();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ProjectionConfig config;
    private final Uni<Map<Integer, Long>> look;

    AwaitProjection(ProjectionConfig config, ProjectionStore store, Epochs epochs) {
        this.config = config;
        this.look = Uni.createFrom()
                .deferred(() -> epochs.current().chain(store::positions))
                .invoke(positions -> positions.forEach(this::onProjected))
                .memoize()
                .forFixedDuration(SAME_LOOK);
    }

    /**
     * Done when every position below the end is projected; fails as unavailable if that takes too long, or at once if the
     * database is away.
     *
     * @param end the position behind the last one that matters
     */
    public Uni<Void> until(int partition, long end) {
        return hasReached(partition, end)
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().deferred(() -> await(partition, end));
    }

    /** As {@link #until(int, long)}; there is nothing to wait for if the end can't be known. */
    public Uni<Void> until(int partition, OptionalLong end) {
        return end.isPresent()
                ? until(partition, end.getAsLong())
                : Uni.createFrom().voidItem();
    }

    /** Whether every position below the end is known to be projected; there may be more than this replica knows of. */
    public boolean hasReached(int partition, long end) {
        return reached.getOrDefault(partition, 0L) >= end;
    }

    /** The projection of the partition now stands at this position. */
    void onProjected(int partition, long position) {
        reached.merge(partition, position, Math::max);
        waiters.stream()
                .filter(waiter -> waiter.partition() == partition && waiter.end() <= position)
                .forEach(waiter -> waiter.done().complete(null));
    }

    private Uni<Void> await(int partition, long end) {
        if (waiting.incrementAndGet() > config.waiting()) {
            waiting.decrementAndGet();
            return Uni.createFrom().failure(ConfabException.unavailable("The history"));
        }
        Waiter waiter = new Waiter(partition, end, new CompletableFuture<>());
        waiters.add(waiter);
        return look(waiter)
                .ifNoItem()
                .after(config.patience())
                .failWith(() -> ConfabException.unavailable("The newest part of the history"))
                .onTermination()
                .invoke(() -> forget(waiter));
    }

    private Uni<Void> look(Waiter waiter) {
        if (hasReached(waiter.partition(), waiter.end())) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> waiter.done().copy())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(LOOK_AGAIN)
                .recoverWithUni(() -> look.chain(() -> look(waiter)));
    }

    private void forget(Waiter waiter) {
        waiters.remove(waiter);
        waiting.decrementAndGet();
    }
}

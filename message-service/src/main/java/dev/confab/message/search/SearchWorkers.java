package dev.confab.message.search;

import dev.confab.protocol.ConfabException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads that search. Work beyond a bounded queue fails at once, as does work that has waited too long. */
@ApplicationScoped
class SearchWorkers {
    private final ThreadPoolExecutor pool;
    private final Duration longestWait;
    private final SearchMetrics metrics;

    SearchWorkers(SearchConfig config, SearchMetrics metrics, MeterRegistry registry) {
        this.metrics = metrics;
        longestWait = config.longestWait();
        pool = new ThreadPoolExecutor(
                config.workers(),
                config.workers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()),
                Thread.ofPlatform().name("search-", 0).daemon().factory());
        Gauge.builder(
                        "confab.search.waiting",
                        pool,
                        workers -> workers.getQueue().size())
                .register(registry);
    }

    /** Fails as unavailable under too much load. */
    <T> Uni<T> run(Callable<T> work) {
        long tooLate = System.nanoTime() + longestWait.toNanos();
        return Uni.createFrom()
                .item(() -> {
                    if (System.nanoTime() - tooLate >= 0) {
                        throw overloaded();
                    }
                    return metrics.timed(work);
                })
                .runSubscriptionOn(pool)
                .onFailure(RejectedExecutionException.class)
                .transform(_ -> overloaded())
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private static ConfabException overloaded() {
        return ConfabException.unavailable("The search");
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }
}

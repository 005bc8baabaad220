package dev.confab.message.search;

import dev.confab.chassis.threads.WorkerPool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** The few threads that search. */
@ApplicationScoped
class SearchWorkers {
    private final WorkerPool workers;
    private final SearchMetrics metrics;

    SearchWorkers(SearchConfig config, SearchMetrics metrics, MeterRegistry registry) {
        this.metrics = metrics;
        workers = new WorkerPool(
                new WorkerPool.Size("search-", config.workers(), config.queue(), config.longestWait(), "The search"),
                System::nanoTime);
        Gauge.builder("confab.search.waiting", workers, WorkerPool::waiting).register(registry);
    }

    /** See {@link WorkerPool#run}. */
    <T> Uni<T> run(Callable<T> work) {
        return workers.run(Uni.createFrom().item(() -> metrics.timed(work)));
    }

    @PreDestroy
    void stop() {
        workers.close();
    }
}

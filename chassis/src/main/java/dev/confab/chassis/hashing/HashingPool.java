package dev.confab.chassis.hashing;

import dev.confab.chassis.threads.WorkerPool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.LongSupplier;

/** The few threads that hash. */
@ApplicationScoped
public class HashingPool {
    private final WorkerPool workers;
    private final Timer time;

    @Inject
    HashingPool(HashingConfig config, MeterRegistry metrics) {
        this(config, metrics, System::nanoTime);
    }

    HashingPool(HashingConfig config, MeterRegistry metrics, LongSupplier nanoTime) {
        workers = new WorkerPool(
                new WorkerPool.Size(
                        "password-",
                        config.workers().orElse(Runtime.getRuntime().availableProcessors()),
                        config.queue(),
                        config.longestWait(),
                        "Checking passwords"),
                nanoTime);
        time = metrics.timer("confab.passwords.time");
        Gauge.builder("confab.passwords.waiting", workers, WorkerPool::waiting).register(metrics);
    }

    /** See {@link WorkerPool#run}. */
    public <T> Uni<T> run(Uni<T> work) {
        Timer.Sample sample = Timer.start();
        return workers.run(work).invoke(() -> sample.stop(time));
    }

    @PreDestroy
    void stop() {
        workers.close();
    }
}

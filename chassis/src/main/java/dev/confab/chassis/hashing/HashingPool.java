package dev.confab.chassis.hashing;

import dev.confab.protocol.ConfabException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The few threads that hash. Work beyond a bounded queue fails at once. */
@ApplicationScoped
public class HashingPool {
    private final ThreadPoolExecutor pool;
    private final Timer time;
    private final Duration longestWait;
    private final LongSupplier nanoTime;

    @Inject
    HashingPool(HashingConfig config, MeterRegistry metrics) {
        this(config, metrics, System::nanoTime);
    }

    HashingPool(HashingConfig config, MeterRegistry metrics, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        int workers = config.workers().orElse(Runtime.getRuntime().availableProcessors());
        pool = new ThreadPoolExecutor(
                workers,
                workers,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        longestWait = config.longestWait();
        time = metrics.timer("confab.passwords.time");
        Gauge.builder(
                        "confab.passwords.waiting",
                        pool,
                        workersOf -> workersOf.getQueue().size())
                .register(metrics);
    }

    /**
     * Subscribes to the work on a worker; the answer comes on the Vert.x context of the caller, if there is one. Fails with
     * {@link dev.confab.protocol.ErrorCode#UNAVAILABLE} under too much load.
     */
    public <T> Uni<T> run(Uni<T> work) {
        Context context = Vertx.currentContext();
        Executor caller = context == null ? Runnable::run : MutinyHelper.executor(context);
        Timer.Sample sample = Timer.start();
        long tooLate = nanoTime.getAsLong() + longestWait.toNanos();
        return Uni.createFrom()
                .deferred(() -> nanoTime.getAsLong() - tooLate < 0 ? work : overloaded())
                .runSubscriptionOn(pool)
                .onFailure(RejectedExecutionException.class)
                .recoverWithUni(HashingPool::overloaded)
                .invoke(() -> sample.stop(time))
                .emitOn(caller);
    }

    private static <T> Uni<T> overloaded() {
        return Uni.createFrom().failure(ConfabException.unavailable("Checking passwords"));
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }
}

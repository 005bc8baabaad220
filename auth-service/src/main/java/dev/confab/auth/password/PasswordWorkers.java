package dev.confab.auth.password;

import dev.confab.protocol.ConfabException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads that hash. Work beyond a bounded queue fails at once. */
@ApplicationScoped
class PasswordWorkers {
    private final ThreadPoolExecutor pool;
    private final Timer time;
    private final Duration longestWait;

    PasswordWorkers(PasswordsConfig config, MeterRegistry metrics) {
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

    /** Subscribes to the work on a worker; the answer comes on the context of the caller. */
    <T> Uni<T> run(Uni<T> work) {
        Executor caller = MutinyHelper.executor(Vertx.currentContext());
        Timer.Sample sample = Timer.start();
        long tooLate = System.nanoTime() + longestWait.toNanos();
        return Uni.createFrom()
                .deferred(() -> System.nanoTime() < tooLate ? work : overloaded())
                .runSubscriptionOn(pool)
                .onFailure(RejectedExecutionException.class)
                .recoverWithUni(PasswordWorkers::overloaded)
                .invoke(() -> sample.stop(time))
                .emitOn(caller);
    }

    private static <T> Uni<T> overloaded() {
        return Uni.createFrom().failure(ConfabException.unavailable("Checking passwords"));
    }

    void onStop(@Observes ShutdownEvent stopping) {
        pool.shutdown();
    }
}

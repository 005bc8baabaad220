package dev.confab.media.thumbnail;

import dev.confab.media.MediaConfig;
import dev.confab.protocol.ConfabException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads that look at pictures, and a bounded line of pictures before them. */
@ApplicationScoped
public class PictureWorkers {
    private final ThreadPoolExecutor threads;

    PictureWorkers(MediaConfig config, MeterRegistry metrics) {
        int count = config.media().workers();
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.media().waiting()),
                Thread.ofPlatform().name("pictures-", 0).daemon().factory());
        metrics.gauge(
                "confab.media.pictures.waiting",
                threads,
                pool -> pool.getQueue().size());
    }

    /** Fails with {@code unavailable} if there is no room in the line. */
    public <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                threads.execute(() -> {
                    try {
                        emitter.complete(work.call());
                    } catch (Exception | LinkageError | OutOfMemoryError e) {
                        emitter.fail(e);
                    }
                });
            } catch (RejectedExecutionException full) {
                emitter.fail(ConfabException.unavailable("Room for this picture"));
            }
        });
    }

    void onStop(@Observes ShutdownEvent stopping) {
        threads.shutdownNow();
    }
}

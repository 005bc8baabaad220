package dev.confab.chassis.threads;

import dev.confab.protocol.ConfabException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A few threads for work that takes a processor. Work beyond a bounded queue fails at once, as does what has waited too long. */
public final class WorkerPool implements AutoCloseable {
    /**
     * @param name of its threads, before their number
     * @param workers its threads
     * @param queue how many pieces of work may wait
     * @param longestWait after which a piece of work is not begun any more
     * @param what it does, as {@link ConfabException#unavailable} says it
     */
    public record Size(String name, int workers, int queue, Duration longestWait, String what) {}

    private final Size size;
    private final ThreadPoolExecutor threads;
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime} */
    public WorkerPool(Size size, LongSupplier nanoTime) {
        this.size = size;
        this.nanoTime = nanoTime;
        threads = new ThreadPoolExecutor(
                size.workers(),
                size.workers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(size.queue()),
                Thread.ofPlatform().name(size.name(), 0).daemon().factory());
    }

    /**
     * Subscribes to the work on a worker; the answer comes on the Vert.x context of the caller, if there is one. Fails with
     * {@link dev.confab.protocol.ErrorCode#UNAVAILABLE} under too much load.
     */
    public <T> Uni<T> run(Uni<T> work) {
        Context context = Vertx.currentContext();
        Executor caller = context == null ? Runnable::run : MutinyHelper.executor(context);
        long tooLate = nanoTime.getAsLong() + size.longestWait().toNanos();
        return Uni.createFrom()
                .deferred(() -> nanoTime.getAsLong() - tooLate < 0 ? work : this.<T>overloaded())
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .recoverWithUni(this::overloaded)
                .emitOn(caller);
    }

    /** How many pieces of work wait. */
    public int waiting() {
        return threads.getQueue().size();
    }

    private <T> Uni<T> overloaded() {
        return Uni.createFrom().failure(ConfabException.unavailable(size.what()));
    }

    /** Begins nothing new. */
    @Override
    public void close() {
        threads.shutdown();
    }
}

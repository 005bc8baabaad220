package dev.confab.chassis.threads;

import java.time.Duration;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** A daemon thread that does one thing for as long as the process lives, and may wait as long as it likes. */
public final class BackgroundThread {
    private static final Logger LOG = Logger.getLogger(BackgroundThread.class);

    /** What it does. It returns when the thread {@link #isStopped}, or ends by what woke it from a wait. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    private final Work work;
    private final Duration farewell;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile Runnable wakeUp;

    /** @param farewell how long {@link #stop} waits for it to end */
    public BackgroundThread(String name, Duration farewell, Work work) {
        this.work = work;
        this.farewell = farewell;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        this.wakeUp = thread::interrupt;
    }

    public void start() {
        thread.start();
    }

    /** Wakes it, and waits for its end. */
    public void stop() throws InterruptedException {
        stopped = true;
        wakeUp.run();
        thread.join(farewell);
    }

    /** To be called by the work: waits end from now on by this, such as a Kafka consumer's wake-up, and not by an interrupt. */
    public void wakeBy(Runnable wake) {
        wakeUp = wake;
        if (stopped) {
            wake.run();
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Whether it works, or has ended because it was stopped. */
    public boolean isAlive() {
        return thread.isAlive() || stopped;
    }

    private void run() {
        try {
            work.run();
        } catch (WakeupException | InterruptedException stopping) {
            LOG.debugf("%s has stopped", thread.getName());
        }
    }
}

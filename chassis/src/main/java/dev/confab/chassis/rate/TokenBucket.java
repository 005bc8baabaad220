package dev.confab.chassis.rate;

import java.time.Duration;
import java.util.Optional;

/**
 * A token bucket, kept as the time at which all that was taken will have been paid for (the generic cell rate algorithm):
 * each take costs an interval, and one is refused that would put this time more than the burst ahead. Times are those of
 * {@link System#nanoTime}.
 */
public final class TokenBucket {
    private final long interval;
    private final long burst;
    private long paidAt;

    /** A full one. */
    public TokenBucket(Rate rate, long now) {
        this.interval = rate.interval().toNanos();
        this.burst = interval * rate.burst();
        this.paidAt = now;
    }

    /**
     * Takes a token.
     *
     * @return how long to wait for one, if there is none
     */
    public synchronized Optional<Duration> take(long now) {
        long after = owed(now) + interval;
        if (after > burst) {
            return Optional.of(Duration.ofNanos(after - burst));
        }
        paidAt = now + after;
        return Optional.empty();
    }

    /** Puts a token back that was taken. */
    public synchronized void giveBack(long now) {
        paidAt = now + Math.max(0, owed(now) - interval);
    }

    /** How long it takes until it is full, in nanoseconds. */
    synchronized long owed(long now) {
        return Math.max(0, paidAt - now);
    }
}

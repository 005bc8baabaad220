package dev.confab.gateway.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Refuses at once what is bound to fail: after a failure one attempt a second is let through, until one succeeds.
 * Thread-safe.
 */
final class CircuitBreaker {
    private static final long PROBE_EVERY = Duration.ofSeconds(1).toNanos();
    private static final long CLOSED = Long.MIN_VALUE;
    private final AtomicLong nextProbe = new AtomicLong(CLOSED);
    private final LongSupplier clock;

    /** @param clock of nanoseconds */
    CircuitBreaker(LongSupplier clock) {
        this.clock = clock;
    }

    boolean allows() {
        long probe = nextProbe.get();
        long now = clock.getAsLong();
        return probe == CLOSED || (now - probe >= 0 && nextProbe.compareAndSet(probe, now + PROBE_EVERY));
    }

    void onSuccess() {
        nextProbe.set(CLOSED);
    }

    void onFailure() {
        nextProbe.set(clock.getAsLong() + PROBE_EVERY);
    }
}

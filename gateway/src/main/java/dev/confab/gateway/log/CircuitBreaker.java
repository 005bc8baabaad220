package dev.confab.gateway.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Refuses at once what is bound to fail: after a failure one attempt a second is let through, until one succeeds.
 * Thread-safe.
 */
final class CircuitBreaker {
    private static final long PROBE_EVERY = Duration.ofSeconds(1).toNanos();
    private static final long CLOSED = Long.MIN_VALUE;
    private final AtomicLong nextProbe = new AtomicLong(CLOSED);

    boolean allows() {
        long probe = nextProbe.get();
        long now = System.nanoTime();
        return probe == CLOSED || (now - probe >= 0 && nextProbe.compareAndSet(probe, now + PROBE_EVERY));
    }

    void onSuccess() {
        nextProbe.set(CLOSED);
    }

    void onFailure() {
        nextProbe.set(System.nanoTime() + PROBE_EVERY);
    }
}

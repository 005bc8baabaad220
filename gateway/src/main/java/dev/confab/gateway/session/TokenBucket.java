package dev.confab.gateway.session;

import java.time.Duration;
import java.util.Optional;

/** The token bucket: so many at once, so many a second for long. Confined to one connection's commands. */
public final class TokenBucket {
    private final double perNano;
    private final double capacity;
    private double tokens;
    private long filledAt;

    public TokenBucket(int perSecond, int capacity, long now) {
        this.perNano = perSecond / 1e9;
        this.capacity = capacity;
        this.tokens = capacity;
        this.filledAt = now;
    }

    /**
     * Takes a token.
     *
     * @param now {@link System#nanoTime}
     * @return how long to wait for one, if there is none
     */
    public synchronized Optional<Duration> take(long now) {
        tokens = Math.min(capacity, tokens + (now - filledAt) * perNano);
        filledAt = now;
        if (tokens >= 1) {
            tokens -= 1;
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) ((1 - tokens) / perNano)));
    }
}

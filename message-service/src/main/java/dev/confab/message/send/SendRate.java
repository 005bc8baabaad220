package dev.confab.message.send;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Bounds how fast one user writes: a bucket of tokens for each. */
@ApplicationScoped
class SendRate {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perNano;
    private final int burst;
    private final LongSupplier nanoTime;
    private final Map<Username, Bucket> buckets;

    private record Bucket(double tokens, long at) {}

    @Inject
    SendRate(SendConfig config) {
        this(config.perSecond(), config.burst(), config.users(), System::nanoTime);
    }

    SendRate(double perSecond, int burst, int users, LongSupplier nanoTime) {
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Username, Bucket> eldest) {
                return size() > users;
            }
        };
    }

    /** @throws ConfabException {@code rate_limited}, with when to come back */
    synchronized void take(Username user) {
        long now = nanoTime.getAsLong();
        Bucket before = buckets.getOrDefault(user, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens() + (now - before.at()) * perNano);
        if (tokens < 1) {
            throw ConfabException.rateLimited(Duration.ofNanos(Math.round((1 - tokens) / perNano)));
        }
        buckets.put(user, new Bucket(tokens - 1, now));
    }
}

package dev.confab.chassis.rate;

import dev.confab.protocol.ConfabException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A token bucket for each key, and never more of them than there may be. A bucket that is full again is as good as none.
 * Where there is no place for another, those are forgotten that owe least: whoever wants a bucket forgotten by making others
 * has to spend as much on each of these.
 */
public final class TokenBuckets<K> {
    /** The part of all places that is freed at once, so that looking for them is seldom. */
    private static final int FREED_PART = 8;

    private final Map<K, TokenBucket> buckets = new HashMap<>();
    private final Rate rate;
    private final int maxKeys;
    private final LongSupplier nanoTime;

    public TokenBuckets(Rate rate, int maxKeys) {
        this(rate, maxKeys, System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime} */
    public TokenBuckets(Rate rate, int maxKeys, LongSupplier nanoTime) {
        if (maxKeys < 1) {
            throw new IllegalArgumentException("there must be a place for one key at least");
        }
        this.rate = rate;
        this.maxKeys = maxKeys;
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a token of this key.
     *
     * @return how long to wait for one, if there is none
     */
    public synchronized Optional<Duration> take(K key) {
        long now = nanoTime.getAsLong();
        TokenBucket bucket = buckets.get(key);
        if (bucket == null) {
            if (buckets.size() >= maxKeys) {
                makePlace(now);
            }
            bucket = new TokenBucket(rate, now);
            buckets.put(key, bucket);
        }
        return bucket.take(now);
    }

    /** @throws ConfabException {@code rate_limited}, with when to come back */
    public void require(K key) {
        take(key).ifPresent(wait -> {
            throw ConfabException.rateLimited(wait);
        });
    }

    /** Puts a token back that was taken. */
    public synchronized void giveBack(K key) {
        TokenBucket bucket = buckets.get(key);
        if (bucket != null) {
            bucket.giveBack(nanoTime.getAsLong());
        }
    }

    synchronized int size() {
        return buckets.size();
    }

    private void makePlace(long now) {
        buckets.values().removeIf(bucket -> bucket.owed(now) == 0);
        int tooMany = buckets.size() - (maxKeys - Math.max(1, maxKeys / FREED_PART));
        if (tooMany <= 0) {
            return;
        }
        long[] owed = buckets.values().stream()
                .mapToLong(bucket -> bucket.owed(now))
                .sorted()
                .toArray();
        long little = owed[tooMany - 1];
        Iterator<TokenBucket> all = buckets.values().iterator();
        while (tooMany > 0) {
            if (all.next().owed(now) <= little) {
                all.remove();
                tooMany--;
            }
        }
    }
}

package dev.confab.chassis.rate;

import java.time.Duration;

/**
 * So many at once, and for long one in every interval.
 *
 * @param burst at least one
 * @param interval more than nothing
 */
public record Rate(int burst, Duration interval) {
    private static final double NANOS_PER_SECOND = 1e9;

    public Rate {
        if (burst < 1 || !interval.isPositive()) {
            throw new IllegalArgumentException("a rate needs a burst and an interval, not " + burst + ", " + interval);
        }
    }

    public static Rate perSecond(double perSecond, int burst) {
        return new Rate(burst, Duration.ofNanos(Math.round(NANOS_PER_SECOND / perSecond)));
    }

    /** So many a minute, which may all be at once. */
    public static Rate perMinute(int perMinute) {
        return new Rate(perMinute, Duration.ofMinutes(1).dividedBy(perMinute));
    }
}

package dev.confab.bench.driver;

import java.util.SplittableRandom;

/**
 * When independent people do something: a Poisson process, the same at every run. What is due does not wait for what came
 * before, so a server that falls behind is seen to (open loop).
 */
final class Schedule {
    private final SplittableRandom random;
    private final double meanGap;
    private double next;

    /** @param perSecond on average; never, if 0 */
    Schedule(double perSecond, long seed) {
        this.random = new SplittableRandom(seed);
        this.meanGap = perSecond <= 0 ? Double.POSITIVE_INFINITY : 1e9 / perSecond;
        step();
    }

    /** Nanoseconds from the beginning until the next is due; {@link Long#MAX_VALUE} for never. */
    long due() {
        return (long) next;
    }

    void step() {
        next += meanGap * -Math.log(1 - random.nextDouble());
    }
}

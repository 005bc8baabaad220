package dev.confab.auth.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * The wrong passwords that count against somebody.
 *
 * @param last when the last one was tried
 */
record Tally(int failures, Instant last) {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 20;

    /** How long from now the next try has to wait; zero or less if it need not. */
    Duration remaining(int freeTries, Duration longestWait, Instant now) {
        if (failures < freeTries) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - freeTries, MAX_DOUBLINGS));
        Duration bounded = wait.compareTo(longestWait) > 0 ? longestWait : wait;
        return Duration.between(now, last.plus(bounded));
    }
}

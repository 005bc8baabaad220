package dev.confab.systemtests.fences;

import java.time.Duration;
import java.util.List;

/** Durations that were measured. */
record Figures(String what, List<Duration> sorted) {
    static Figures of(String what, List<Duration> durations) {
        return new Figures(what, durations.stream().sorted().toList());
    }

    /** @param percent of all that took no longer */
    Duration percentile(int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    @Override
    public String toString() {
        return "%s: %d times, p50 %d ms, p99 %d ms, at most %d ms"
                .formatted(
                        what,
                        sorted.size(),
                        percentile(50).toMillis(),
                        percentile(99).toMillis(),
                        percentile(100).toMillis());
    }
}

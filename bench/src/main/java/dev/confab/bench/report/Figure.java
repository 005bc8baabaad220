package dev.confab.bench.report;

import java.util.Optional;

/**
 * Something that was measured.
 *
 * @param comparison what others, or the floor, come to; "" for nothing
 */
public record Figure(String measure, double value, String unit, Optional<Target> target, String comparison) {

    public static Figure of(String measure, double value, String unit) {
        return new Figure(measure, value, unit, Optional.empty(), "");
    }

    public Figure with(Target wanted) {
        return new Figure(measure, value, unit, Optional.of(wanted), comparison);
    }

    public Figure besides(String others) {
        return new Figure(measure, value, unit, target, others);
    }

    /** "yes", "no", or "" where there is no target. */
    public String verdict() {
        return target.map(wanted -> wanted.isMet(value) ? "yes" : "no").orElse("");
    }
}

package dev.confab.bench.report;

/** What a figure should be. */
public record Target(double bound, boolean atMost) {

    public static Target atMost(double bound) {
        return new Target(bound, true);
    }

    public static Target atLeast(double bound) {
        return new Target(bound, false);
    }

    public boolean isMet(double value) {
        return atMost ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return (atMost ? "≤ " : "≥ ") + Numbers.text(bound);
    }
}

package dev.confab.bench.report;

import java.util.List;

/** One line of a plot. */
public record Series(String label, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /** A place on it. */
    public record Point(double x, double y) {}
}

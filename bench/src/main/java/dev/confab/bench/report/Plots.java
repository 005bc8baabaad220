package dev.confab.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/** What scenarios want to be drawn. */
public final class Plots {
    private static final int NINES = 4;

    private final List<Series> latencies = new ArrayList<>();
    private final Map<String, List<Series.Point>> costs = new LinkedHashMap<>();
    private final List<Series.Point> memory = new ArrayList<>();

    /** @param micros from send to receive */
    public void addLatencies(String label, Histogram micros) {
        latencies.add(new Series(label, percentiles(micros)));
    }

    /** What one delivery costs in a room of that size. */
    public void addCost(String label, int roomSize, double micros) {
        costs.computeIfAbsent(label, _ -> new ArrayList<>()).add(new Series.Point(roomSize, micros));
    }

    public void addMemory(int connections, long bytes) {
        memory.add(new Series.Point(connections, bytes / 1048576.0));
    }

    static List<Series.Point> percentiles(Histogram micros) {
        var points = new ArrayList<Series.Point>();
        for (double nines = 0; nines <= NINES; nines += 0.1) {
            double percentile = 100 * (1 - Math.pow(10, -nines));
            points.add(new Series.Point(percentile, Math.max(0.1, micros.getValueAtPercentile(percentile) / 1000.0)));
        }
        return points;
    }

    /** Those for which there is something to draw, as SVG by file name. */
    public Map<String, String> draw() {
        var files = new LinkedHashMap<String, String>();
        if (!latencies.isEmpty()) {
            files.put(
                    "latency.svg",
                    new Plot(
                                    "From send to receive",
                                    "percentile",
                                    "milliseconds",
                                    new Scale.Percentiles(NINES),
                                    Scale.Logarithmic.over(all(latencies, Series.Point::y)),
                                    latencies)
                            .svg());
        }
        if (!costs.isEmpty()) {
            var lines = costs.entrySet().stream()
                    .map(entry -> new Series(entry.getKey(), entry.getValue()))
                    .toList();
            files.put(
                    "cost.svg",
                    new Plot(
                                    "Processor time of one delivery",
                                    "people in the room",
                                    "microseconds",
                                    Scale.Logarithmic.over(all(lines, Series.Point::x)),
                                    Scale.Logarithmic.over(all(lines, Series.Point::y)),
                                    lines)
                            .svg());
        }
        if (!memory.isEmpty()) {
            var lines = List.of(new Series("gateway", memory));
            files.put(
                    "memory.svg",
                    new Plot(
                                    "Memory of a gateway",
                                    "connections, signed in and in a room",
                                    "megabytes",
                                    Scale.Linear.over(all(lines, Series.Point::x)),
                                    Scale.Linear.over(all(lines, Series.Point::y)),
                                    lines)
                            .svg());
        }
        return files;
    }

    private static DoubleStream all(List<Series> lines, ToDoubleFunction<Series.Point> coordinate) {
        return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(coordinate);
    }
}

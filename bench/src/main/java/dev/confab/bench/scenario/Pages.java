package dev.confab.bench.scenario;

import dev.confab.bench.driver.Latencies;
import dev.confab.bench.report.Figure;
import dev.confab.bench.report.Target;
import dev.confab.bench.stack.BenchStack;
import dev.confab.bench.stack.Sql;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Asks for pages, one after the other: how long each takes, and how many rows the database looks at for it. */
record Pages(Run run, Sql sql) {
    private static final double P99_MILLIS = 10;

    /** @param paths the addresses of pages, each time another */
    List<Figure> figures(String what, Supplier<String> paths) {
        int count = run.size(200, 1_000);
        ask(paths, run.size(200, 5_000));
        long before = sql.rowsRead();
        var latencies = ask(paths, count);
        double rows = (sql.rowsRead() - before) / (double) count;
        run.say("%s: p99 %.1f ms, %.0f rows".formatted(what, Latencies.millis(latencies, 99), rows));
        return List.of(
                Figure.of(what + ", p50", Latencies.millis(latencies, 50), "ms"),
                Figure.of(what + ", p99", Latencies.millis(latencies, 99), "ms").with(Target.atMost(P99_MILLIS)),
                Figure.of(what + ", rows read", rows, ""));
    }

    private Histogram ask(Supplier<String> paths, int count) {
        var latencies = Latencies.empty();
        BenchStack stack = run.stack();
        for (int i = 0; i < count; i++) {
            var path = paths.get();
            long began = System.nanoTime();
            stack.api().page(path);
            latencies.recordValue((System.nanoTime() - began) / 1_000);
        }
        return latencies;
    }
}

package dev.confab.bench.scenario;

import dev.confab.bench.driver.Latencies;
import dev.confab.bench.report.Numbers;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Several measurements of the same thing taken together. */
final class Windows {
    private Windows() {}

    static <T> double median(List<T> windows, ToDoubleFunction<T> figure) {
        return Numbers.median(windows.stream().mapToDouble(figure).toArray());
    }

    static <T> double sum(List<T> windows, ToDoubleFunction<T> figure) {
        return windows.stream().mapToDouble(figure).sum();
    }

    static Histogram merge(List<Histogram> histograms) {
        var sum = Latencies.empty();
        histograms.forEach(sum::add);
        return sum;
    }
}

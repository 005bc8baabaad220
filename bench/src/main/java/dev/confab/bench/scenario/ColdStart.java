package dev.confab.bench.scenario;

import dev.confab.bench.report.Figure;
import dev.confab.bench.report.Target;
import dev.confab.bench.stack.BenchStack;
import dev.confab.bench.stack.FreshStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** From nothing running to everything ready, with {@code ./confab up} as everybody does it; and what lies idle then. */
final class ColdStart implements Scenario {
    /** Until a stack that has started is idle. */
    private static final Duration REST = Duration.ofSeconds(20);

    private static final List<String> SERVICES =
            List.of(BenchStack.AUTH_SERVICE, BenchStack.ROOM_SERVICE, BenchStack.MESSAGE_SERVICE, BenchStack.GATEWAY);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "./confab up, everything built";
    }

    @Override
    public List<Figure> measure(Run run) {
        run.endStack();
        var figures = new ArrayList<Figure>();
        try (var fresh = new FreshStack()) {
            double first = fresh.up();
            run.say("first start %.1f s; waiting until starts are prepared…".formatted(first));
            fresh.awaitCaches();
            fresh.down();
            var starts = new ArrayList<Double>();
            var memories = new ArrayList<Double>();
            for (int i = 0; i < run.size(1, 3); i++) {
                starts.add(fresh.up());
                IdleConnections.rest(REST);
                memories.add(fresh.residentBytes() / 1048576.0);
                fresh.down();
            }
            double again = Windows.median(starts, Double::doubleValue);
            double memory = Windows.median(memories, Double::doubleValue);
            run.say("start %.1f s, %.0f MB".formatted(again, memory));
            figures.add(Figure.of("first start, without any data yet", first, "s"));
            figures.add(Figure.of("start", again, "s").with(Target.atMost(12)));
            figures.add(Figure.of("memory of the idle stack", memory, "MB").with(Target.atMost(1200)));
        }
        figures.addAll(services(run));
        return figures;
    }

    /** Each service by itself, the others running. */
    private static List<Figure> services(Run run) {
        var stack = run.stack();
        return SERVICES.stream()
                .map(service -> {
                    var seconds = IntStream.range(0, run.size(1, 3))
                            .mapToObj(i -> {
                                stack.stop(service);
                                long began = System.nanoTime();
                                stack.start(service);
                                return (System.nanoTime() - began) / 1e9;
                            })
                            .toList();
                    return Figure.of(service + " by itself", Windows.median(seconds, Double::doubleValue), "s")
                            .with(Target.atMost(0.6));
                })
                .toList();
    }
}

package dev.confab.bench.scenario;

import dev.confab.bench.driver.Answer.Talked;
import dev.confab.bench.driver.Driver;
import dev.confab.bench.driver.Latencies;
import dev.confab.bench.driver.Order.Connect;
import dev.confab.bench.driver.Order.Place;
import dev.confab.bench.driver.Order.Talk;
import dev.confab.bench.measure.Meter;
import dev.confab.bench.measure.Usage;
import dev.confab.bench.report.Figure;
import dev.confab.bench.report.Target;
import dev.confab.bench.stack.BenchStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * People sit in rooms and talk at a steady rate: what one delivery of a message to a connection costs, and how long it
 * takes. Then the same with the floor in place of the stack.
 *
 * @param target microseconds of processor time for a delivery, of the whole stack
 */
record FanOut(String name, int rooms, int roomSize, int perSecond, double target, String others) implements Scenario {
    private static final String CROWD = "people";
    private static final int P99_MILLIS = 30;
    private static final int AT_ONCE = 50;
    private static final int WARM_UP_SECONDS = 5;
    /** A stretch that costs more than this much of the one before is as good as it gets. */
    private static final double WARM = 0.95;

    /** One stretch of talk. */
    private record Window(Talked talked, Usage usage) {
        double cost() {
            return usage.microsEach(talked.deliveries());
        }

        Histogram latencies() {
            return Latencies.decode(talked.each());
        }
    }

    @Override
    public String title() {
        return rooms == 1
                ? "a room of %,d, %d messages/s".formatted(roomSize, perSecond)
                : "%d rooms of %d, %d messages/s".formatted(rooms, roomSize, perSecond);
    }

    @Override
    public List<Figure> measure(Run run) {
        var stack = run.stack();
        var places = stack.api().createRooms(name, rooms);
        var driver = run.driverOfStack();
        var windows = measure(run, driver, places, stack.meter(driver.pid()));
        driver.aimAt(run.floor().address(), stack.keys());
        var floor = measure(
                run, driver, places, new Meter(Map.of("floor", run.floor().pid()), driver.pid(), () -> 0));
        return figures(run, windows, floor);
    }

    private List<Window> measure(Run run, Driver driver, List<Place> places, Meter meter) {
        int people = rooms * roomSize;
        driver.connectAll(new Connect(CROWD, run.newPeople(people), people, places, 1, AT_ONCE));
        warmUp(run, driver, meter);
        var windows = new ArrayList<Window>();
        for (int i = 0; i < run.size(1, 3); i++) {
            windows.add(window(driver, meter, run.size(5, 20)));
            run.say("%s: %.1f µs a delivery, p99 %.1f ms"
                    .formatted(
                            title(),
                            windows.getLast().cost(),
                            Latencies.millis(windows.getLast().latencies(), 99)));
        }
        driver.disconnect(CROWD);
        return windows;
    }

    /** Until it gets no cheaper: by then the JVMs have compiled what they are going to. */
    private void warmUp(Run run, Driver driver, Meter meter) {
        double before = Double.MAX_VALUE;
        double cost = window(driver, meter, WARM_UP_SECONDS).cost();
        for (int i = 1; i < run.size(3, 12) && cost < before * WARM; i++) {
            before = cost;
            cost = window(driver, meter, WARM_UP_SECONDS).cost();
        }
    }

    private Window window(Driver driver, Meter meter, double seconds) {
        var before = meter.now();
        var talked = driver.talk(new Talk(CROWD, seconds, perSecond, 0, "", 0));
        return new Window(talked, meter.since(before));
    }

    private List<Figure> figures(Run run, List<Window> windows, List<Window> floor) {
        double cost = Windows.median(windows, Window::cost);
        double gateway = Windows.median(
                windows,
                window -> window.usage()
                        .microsEach(BenchStack.GATEWAY, window.talked().deliveries()));
        double least = Windows.median(floor, Window::cost);
        run.plots().addCost("whole stack", roomSize, cost);
        run.plots().addCost("its gateway", roomSize, gateway);
        run.plots().addCost("floor", roomSize, least);
        run.plots()
                .addLatencies(
                        title(),
                        Windows.merge(windows.stream().map(Window::latencies).toList()));
        return List.of(
                Figure.of("processor time of a delivery, whole stack", cost, "µs")
                        .with(Target.atMost(target))
                        .besides("floor %.1f; %s".formatted(least, others)),
                Figure.of("  of that: gateway", gateway, "µs"),
                Figure.of("  of that: Kafka", each(windows, BenchStack.KAFKA), "µs"),
                Figure.of("  of that: database", each(windows, BenchStack.DATABASE), "µs"),
                Figure.of("  of that: message-service", each(windows, BenchStack.MESSAGE_SERVICE), "µs"),
                Figure.of("as a multiple of the floor", cost / least, "×"),
                Figure.of("gateway's allocation for a delivery", allocation(windows), "bytes"),
                Figure.of("send to receive, p50", percentile(windows, 50), "ms").besides(floor(floor, 50)),
                Figure.of("send to receive, p99", percentile(windows, 99), "ms")
                        .with(Target.atMost(P99_MILLIS))
                        .besides(floor(floor, 99)),
                Figure.of("missing or out of order", faults(windows), "").with(Target.atMost(0)));
    }

    private static double each(List<Window> windows, String process) {
        return Windows.median(
                windows,
                window -> window.usage().microsEach(process, window.talked().deliveries()));
    }

    private static double allocation(List<Window> windows) {
        return Windows.median(
                windows, window -> window.usage().allocated() / window.talked().deliveries());
    }

    private static double percentile(List<Window> windows, double percentile) {
        return Windows.median(windows, window -> Latencies.millis(window.latencies(), percentile));
    }

    private static String floor(List<Window> floor, double percentile) {
        return "floor %.1f".formatted(percentile(floor, percentile));
    }

    private static double faults(List<Window> windows) {
        return Windows.sum(
                windows,
                window -> window.talked().missing()
                        + window.talked().disordered()
                        + window.talked().errors());
    }
}

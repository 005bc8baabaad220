package dev.confab.bench.scenario;

import dev.confab.bench.driver.Driver;
import dev.confab.bench.driver.Latencies;
import dev.confab.bench.driver.Order.Connect;
import dev.confab.bench.driver.Order.Talk;
import dev.confab.bench.measure.Usage;
import dev.confab.bench.report.Figure;
import java.util.List;
import java.util.Map;

/** Rooms of a hundred talk more and more, until deliveries take too long: how much the machine can carry, all included. */
final class RisingRate implements Scenario {
    private static final String CROWD = "people";
    private static final int ROOM = 100;
    private static final double TOO_LONG_MILLIS = 50;
    private static final double MOST = 10_000;

    /** What was carried at one rate. */
    private record Step(double deliveriesPerSecond, double p99, Usage usage, boolean complete) {
        boolean isSteady() {
            return complete && p99 <= TOO_LONG_MILLIS;
        }
    }

    @Override
    public String name() {
        return "rising-rate";
    }

    @Override
    public String title() {
        return "rooms of %d, ever more messages until p99 > %.0f ms".formatted(ROOM, TOO_LONG_MILLIS);
    }

    @Override
    public List<Figure> measure(Run run) {
        int rooms = run.size(10, 20);
        var places = run.stack().api().createRooms(name(), rooms);
        var driver = run.driverOfStack();
        driver.connectAll(new Connect(CROWD, run.newPeople(rooms * ROOM), rooms * ROOM, places, 1, 50));
        var best = new Step(0, 0, new Usage(1, Map.of(), 0, 0), true);
        var first = step(run, driver, run.size(100, 50));
        var step = first;
        double rate = run.size(100, 50);
        double factor = run.isQuick() ? 1.6 : 1.25;
        while (step.isSteady() && rate < MOST) {
            best = step;
            rate *= factor;
            step = step(run, driver, rate);
        }
        driver.disconnect(CROWD);
        return List.of(
                Figure.of("highest steady rate", best.deliveriesPerSecond(), "deliveries/s"),
                Figure.of("p99 there", best.p99(), "ms"),
                Figure.of("p99 at the next rate", step.p99(), "ms"),
                Figure.of(
                                "processors busy with the stack there",
                                best.usage().total() / best.usage().seconds(),
                                "")
                        .besides("of %d, the driver's share not counted"
                                .formatted(Runtime.getRuntime().availableProcessors())));
    }

    private static Step step(Run run, Driver driver, double rate) {
        var meter = run.stack().meter(driver.pid());
        driver.talk(new Talk(CROWD, run.size(2, 5), rate, 0, "", 0));
        var before = meter.now();
        var talked = driver.talk(new Talk(CROWD, run.size(4, 10), rate, 0, "", 0));
        var step = new Step(
                talked.deliveries() / talked.seconds(),
                Latencies.millis(Latencies.decode(talked.each()), 99),
                meter.since(before),
                talked.deliveries() == talked.expected());
        run.say("%,.0f deliveries/s: p99 %.1f ms%s%s"
                .formatted(
                        step.deliveriesPerSecond(),
                        step.p99(),
                        step.complete() ? "" : ", some missing",
                        talked.failure().isEmpty() ? "" : ": " + talked.failure()));
        return step;
    }
}

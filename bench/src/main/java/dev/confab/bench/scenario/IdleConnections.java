package dev.confab.bench.scenario;

import dev.confab.bench.driver.Driver;
import dev.confab.bench.driver.Order.Connect;
import dev.confab.bench.driver.Order.Place;
import dev.confab.bench.measure.Machine;
import dev.confab.bench.report.Figure;
import dev.confab.bench.report.Target;
import dev.confab.bench.stack.BenchStack;
import java.time.Duration;
import java.util.List;

/** Many people are there and say nothing: what one costs a gateway. */
final class IdleConnections implements Scenario {
    private static final int WANTED = 20_000;
    /** Files that a gateway or the driver has open besides its connections. */
    private static final int OTHER_FILES = 600;

    private static final int ROOM = 100;
    private static final int STEPS = 4;
    private static final int AT_ONCE = 100;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String title() {
        return "idle connections, signed in, each in a room of %d".formatted(ROOM);
    }

    @Override
    public List<Figure> measure(Run run) {
        int people =
                run.size(4_000, Math.min(WANTED, Machine.maxOpenFiles() - OTHER_FILES) / (STEPS * ROOM) * STEPS * ROOM);
        var stack = run.stack();
        var places = stack.api().createRooms(name(), people / ROOM);
        var driver = run.driverOfStack();
        warmUp(run, driver, places);
        long empty = stack.gatewayBytes();
        run.plots().addMemory(0, empty);
        fill(run, driver, places, people);
        long full = stack.gatewayBytes();
        var meter = stack.meter(driver.pid());
        var before = meter.now();
        rest(Duration.ofSeconds(run.size(10, 60)));
        var usage = meter.since(before);
        for (int step = 0; step < STEPS; step++) {
            driver.disconnect(crowd(step));
        }
        double each = usage.of(BenchStack.GATEWAY) * 1e6 / people / usage.seconds();
        return List.of(
                Figure.of("connections", people, "")
                        .besides(
                                people < WANTED && !run.isQuick()
                                        ? "this machine allows a process %,d open files"
                                                .formatted(Machine.maxOpenFiles())
                                        : ""),
                Figure.of(
                                "gateway's memory for a connection, after a collection",
                                (full - empty) / 1024.0 / people,
                                "KB")
                        .with(Target.atMost(10))
                        .besides("Socket.IO 16, Centrifugo 27"),
                Figure.of("gateway's processor time for a connection and second", each, "µs")
                        .with(Target.atMost(3))
                        .besides("Centrifugo 4.7"),
                Figure.of("gateway's memory with all of them", full / 1048576.0, "MB"));
    }

    private static void warmUp(Run run, Driver driver, List<Place> places) {
        driver.connectAll(new Connect("early", run.newPeople(1_000), 1_000, places, 1, AT_ONCE));
        driver.disconnect("early");
        rest(Duration.ofSeconds(1));
    }

    private static void fill(Run run, Driver driver, List<Place> places, int people) {
        int part = people / STEPS;
        for (int step = 0; step < STEPS; step++) {
            driver.connectAll(new Connect(crowd(step), run.newPeople(part), part, places, 1, AT_ONCE));
            rest(Duration.ofSeconds(1));
            long bytes = run.stack().gatewayBytes();
            run.plots().addMemory(part * (step + 1), bytes);
            run.say("%,d connections: %,d MB".formatted(part * (step + 1), bytes >> 20));
        }
    }

    private static String crowd(int step) {
        return "idle-" + step;
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.confab.bench.scenario;

import dev.confab.bench.driver.Answer.Connected;
import dev.confab.bench.driver.Latencies;
import dev.confab.bench.driver.Order.Connect;
import dev.confab.bench.driver.Order.Talk;
import dev.confab.bench.measure.Usage;
import dev.confab.bench.report.Figure;
import dev.confab.bench.report.Target;
import dev.confab.bench.stack.BenchStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everybody loses the connection, misses something, and comes back at once with a ticket. */
final class Reconnects implements Scenario {
    private static final String CROWD = "returning";
    private static final String STAYING = "staying";
    private static final int ROOM = 50;
    private static final int AT_ONCE = 1_000;
    private static final Duration LOOK = Duration.ofSeconds(3);

    /** One time that everybody came back. */
    private record Return(Connected connected, Usage usage, double statements) {
        double millisEach() {
            return usage.of(BenchStack.GATEWAY) * 1e3 / connected.live();
        }
    }

    @Override
    public String name() {
        return "reconnect";
    }

    @Override
    public String title() {
        return "everybody reconnects at once, with tickets, having missed messages";
    }

    @Override
    public List<Figure> measure(Run run) {
        int people = run.size(1_000, 5_000);
        var places = run.stack().api().createRooms(name(), people / ROOM);
        var driver = run.driverOfStack();
        var crowd = new Connect(CROWD, run.newPeople(people), people, places, 1, AT_ONCE);
        driver.connectAll(new Connect(STAYING, run.newPeople(places.size()), places.size(), places, 1, 50));
        driver.connectAll(crowd);
        var returns = new ArrayList<Return>();
        for (int i = 0; i <= run.size(1, 3); i++) {
            returns.add(comeBack(run, crowd));
        }
        driver.disconnect(CROWD);
        driver.disconnect(STAYING);
        // the first time, code is still being compiled
        var warm = returns.subList(1, returns.size());
        return List.of(
                Figure.of("people", people, ""),
                Figure.of("gateway's processor time for one", Windows.median(warm, Return::millisEach), "ms")
                        .with(Target.atMost(0.5))
                        .besides("Socket.IO's bare connect 0.38"),
                Figure.of(
                        "until all are live and caught up",
                        Windows.median(warm, r -> r.connected().seconds()),
                        "s"),
                Figure.of(
                        "until one is, p99",
                        Windows.median(
                                warm,
                                r -> Latencies.millis(
                                        Latencies.decode(r.connected().each()), 99)),
                        "ms"),
                Figure.of("database statements on their account", Windows.median(warm, Return::statements), "")
                        .with(Target.atMost(0)));
    }

    private static Return comeBack(Run run, Connect crowd) {
        var driver = run.driver();
        driver.disconnect(CROWD);
        driver.talk(new Talk(STAYING, 2, crowd.rooms().size(), 0, "", 0));
        try (var sql = run.stack().sql(BenchStack.ROOM_SERVICE)) {
            // what the stack asks its database anyway
            long idleBefore = sql.statements();
            IdleConnections.rest(LOOK);
            long before = sql.statements();
            double idlePerSecond = (before - idleBefore) / (double) LOOK.toSeconds();
            var meter = run.stack().meter(driver.pid());
            var moment = meter.now();
            var connected = driver.connectAll(crowd);
            var usage = meter.since(moment);
            double statements = Math.max(0, Math.round(sql.statements() - before - idlePerSecond * usage.seconds()));
            var back = new Return(connected, usage, statements < crowd.people() / 100.0 ? 0 : statements);
            run.say("%,d came back within %.1f s, %.2f ms of processor time each"
                    .formatted(connected.live(), connected.seconds(), back.millisEach()));
            return back;
        }
    }
}

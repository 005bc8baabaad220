package dev.confab.bench.scenario;

import dev.confab.bench.driver.Answer.Talked;
import dev.confab.bench.driver.Latencies;
import dev.confab.bench.driver.Order.Connect;
import dev.confab.bench.driver.Order.Place;
import dev.confab.bench.driver.Order.Talk;
import dev.confab.bench.measure.ProcessStat;
import dev.confab.bench.measure.Usage;
import dev.confab.bench.report.Figure;
import dev.confab.bench.report.Target;
import java.util.ArrayList;
import java.util.List;

/** A company's day: most listen, some write, read what was before, type, come and go. */
final class TeamAtWork implements Scenario {
    private static final String ACTIVE = "active";
    private static final String LISTENING = "listening";
    private static final String MOVERS = "movers";
    private static final int ROOM = 100;
    private static final int AT_ONCE = 50;
    private static final int PAGES_PER_SECOND = 20;
    private static final int TYPING_PER_SECOND = 20;
    private static final int MOVES_PER_SECOND = 5;

    private record Window(Talked talked, Usage usage) {
        double p99() {
            return Latencies.millis(Latencies.decode(talked.each()), 99);
        }
    }

    @Override
    public String name() {
        return "team";
    }

    @Override
    public String title() {
        return "a team at work: a tenth of it active, reading history, typing, coming and going";
    }

    @Override
    public List<Figure> measure(Run run) {
        int people = run.size(1_000, 5_000);
        double perSecond = run.size(20, 100);
        var stack = run.stack();
        var places = stack.api().createRooms(name(), people / ROOM);
        gather(run, places, people);
        var talk = new Talk(ACTIVE, run.size(6, 30), perSecond, TYPING_PER_SECOND, MOVERS, MOVES_PER_SECOND);
        var windows = new ArrayList<Window>();
        try (var readers = new Readers(stack.api(), places, PAGES_PER_SECOND)) {
            run.driver().talk(talk);
            var meter = stack.meter(run.driver().pid());
            for (int i = 0; i < run.size(1, 3); i++) {
                readers.reset();
                var before = meter.now();
                windows.add(new Window(run.driver().talk(talk), meter.since(before)));
            }
            long memory = stack.pids().values().stream()
                    .mapToLong(ProcessStat::residentBytes)
                    .sum();
            List.of(ACTIVE, LISTENING, MOVERS).forEach(run.driver()::disconnect);
            return figures(run, windows, readers, people, memory);
        }
    }

    private static void gather(Run run, List<Place> places, int people) {
        var driver = run.driverOfStack();
        int active = people / 10;
        int movers = people / 50;
        int listening = people - active - movers;
        driver.connectAll(new Connect(LISTENING, run.newPeople(listening), listening, places, 1, AT_ONCE));
        driver.connectAll(new Connect(ACTIVE, run.newPeople(active), active, places, 1, AT_ONCE));
        driver.connectAll(new Connect(MOVERS, run.newPeople(movers), movers, places, 1, AT_ONCE));
    }

    private List<Figure> figures(Run run, List<Window> windows, Readers readers, int people, long memory) {
        run.plots()
                .addLatencies(
                        "a team of %,d".formatted(people),
                        Windows.merge(windows.stream()
                                .map(window -> Latencies.decode(window.talked().each()))
                                .toList()));
        return List.of(
                Figure.of("people", people, "").besides("Mattermost's ceiling test: 217 on 2 + 2 processors"),
                Figure.of(
                        "send to receive, p50",
                        Windows.median(
                                windows,
                                window -> Latencies.millis(
                                        Latencies.decode(window.talked().each()), 50)),
                        "ms"),
                Figure.of("send to receive, p99", Windows.median(windows, Window::p99), "ms")
                        .with(Target.atMost(150)),
                Figure.of("a page of history, p99", readers.millis(99), "ms"),
                Figure.of(
                        "processors busy with the stack",
                        Windows.median(
                                windows,
                                window ->
                                        window.usage().total() / window.usage().seconds()),
                        ""),
                Figure.of("memory of the whole stack", memory / 1048576.0, "MB"),
                Figure.of(
                                "missing",
                                Windows.sum(windows, window -> window.talked().missing()),
                                "")
                        .with(Target.atMost(0)));
    }
}

package dev.confab.bench.scenario;

import dev.confab.bench.report.Figure;
import dev.confab.bench.stack.BenchStack;
import dev.confab.bench.stack.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pages from the depth of a long history. */
final class HistoryPages implements Scenario {
    /** Above the position of anything that is in the log by then. */
    private static final long FIRST = 1_000_000_000;

    private static final int AT_ONCE = 100_000;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String title() {
        return "history of a long room, 50 at a time, through a gateway";
    }

    @Override
    public List<Figure> measure(Run run) {
        int messages = run.size(100_000, 1_000_000);
        var room = run.stack().api().createRooms(name(), 1).getFirst().room();
        var random = new SplittableRandom(4);
        var path = "/api/rooms/" + room + "/messages?limit=50&";
        try (var sql = run.stack().sql(BenchStack.MESSAGE_SERVICE)) {
            load(run, sql, room, messages);
            var pages = new Pages(run, sql);
            var figures = new ArrayList<Figure>();
            figures.add(Figure.of("messages", messages, ""));
            figures.addAll(
                    pages.figures("before a position", () -> path + "before=" + (FIRST + random.nextLong(messages))));
            figures.addAll(
                    pages.figures("around a position", () -> path + "around=" + (FIRST + random.nextLong(messages))));
            return figures;
        }
    }

    private static void load(Run run, Sql sql, String room, int messages) {
        var stream = "select coalesce(max(id), -1) from stream where stream_key = 'r/%s'".formatted(room);
        while (sql.number(stream) < 0) {
            IdleConnections.rest(Duration.ofMillis(100));
        }
        run.say("loading %,d messages…".formatted(messages));
        long epoch = sql.number("select max(seq) from log_epoch");
        for (int done = 0; done < messages; done += AT_ONCE) {
            sql.run("""
                    insert into message (stream_id, epoch, position, appended_at, id, author, body)
                    select %1$d, %2$d, %3$d + n, 1700000000000 + n, unhex(lpad(hex(%3$d + n), 32, '0')),
                           concat('person', lpad(n %% 500, 6, '0')), concat('message ', n, ' the quick brown fox naps')
                    from (%4$s) numbers""".formatted(sql.number(stream), epoch, FIRST + done, Sql.NUMBERS_BELOW_100_000));
        }
        sql.run("analyze table message");
    }
}

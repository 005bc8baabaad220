package dev.confab.bench.scenario;

import dev.confab.bench.report.Figure;
import dev.confab.bench.stack.BenchStack;
import dev.confab.bench.stack.Sql;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pages of a long directory of rooms. */
final class DirectoryPages implements Scenario {
    private static final int ROOMS = 10_000;

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public String title() {
        return "directory of %,d rooms, 50 at a time, through a gateway".formatted(ROOMS);
    }

    @Override
    public List<Figure> measure(Run run) {
        var random = new SplittableRandom(5);
        try (var sql = run.stack().sql(BenchStack.ROOM_SERVICE)) {
            sql.run("""
                    insert into room (name_key, name, owner, owner_key, topic, member_count, created_id)
                    select concat('shelf-', lpad(n, 5, '0')), concat('shelf-', lpad(n, 5, '0')), 'person000000', 'person000000',
                           '', n %% 50, uuid()
                    from (%s) numbers where n < %d""".formatted(Sql.NUMBERS_BELOW_100_000, ROOMS));
            sql.run("analyze table room");
            var cursors = cursors(run);
            var pages = new Pages(run, sql);
            var figures = new ArrayList<Figure>();
            figures.addAll(
                    pages.figures("a page", () -> "/api/rooms?cursor=" + cursors.get(random.nextInt(cursors.size()))));
            figures.addAll(
                    pages.figures("rooms by part of their name", () -> "/api/rooms?q=f-" + random.nextInt(10, 99)));
            return figures;
        }
    }

    /** Where pages begin, as the directory itself says. */
    private static List<String> cursors(Run run) {
        var cursors = new ArrayList<String>();
        var page = run.stack().api().get("/api/rooms");
        while (page.hasNonNull("next") && cursors.size() < ROOMS / 100) {
            cursors.add(URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8));
            page = run.stack().api().get("/api/rooms?cursor=" + cursors.getLast());
        }
        return cursors;
    }
}

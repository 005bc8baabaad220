package dev.confab.bench.scenario;

import dev.confab.bench.driver.Identities;
import dev.confab.bench.driver.Order.Place;
import dev.confab.bench.report.Figure;
import dev.confab.bench.report.Target;
import dev.confab.bench.stack.BenchStack;
import dev.confab.bench.stack.LogWriter;
import dev.confab.bench.stack.Sql;
import dev.confab.protocol.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** message-service was away and catches up: how fast, beside inserting the same rows with nothing around it. */
final class ProjectBacklog implements Scenario {
    private static final int ROOMS = 10;
    private static final int PEOPLE = 500;
    private static final String TEXT = "the quick brown fox jumps over the lazy dog and naps";
    private static final int ROWS_AT_ONCE = 500;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String PROJECTED = "select sum(next_offset) from projection";

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public String title() {
        return "message-service catches up with a backlog";
    }

    @Override
    public List<Figure> measure(Run run) {
        int messages = messages(run);
        var stack = run.stack();
        var places = stack.api().createRooms(name(), ROOMS);
        try (var sql = stack.sql(BenchStack.MESSAGE_SERVICE)) {
            double raw = raw(sql, messages);
            stack.stop(BenchStack.MESSAGE_SERVICE);
            double cold = projected(run, sql, places, stack::start);
            stack.pause(BenchStack.MESSAGE_SERVICE);
            double projected = projected(run, sql, places, stack::resume);
            run.say("%,.0f rows/s projected, %,.0f just after the start, %,.0f inserted"
                    .formatted(projected, cold, raw));
            return List.of(
                    Figure.of("messages", messages, ""),
                    Figure.of("projected by a process that has just started", cold, "rows/s"),
                    Figure.of("projected by one that was there before", projected, "rows/s"),
                    Figure.of("inserted with nothing around it", raw, "rows/s"),
                    Figure.of("projected as a part of inserted", projected / raw, "")
                            .with(Target.atLeast(0.5)));
        }
    }

    private static int messages(Run run) {
        return run.size(30_000, 200_000);
    }

    /** Rows per second, of a backlog that is there when message-service begins, or goes on. */
    private static double projected(Run run, Sql sql, List<Place> places, Consumer<String> begin) {
        write(run.stack(), places, messages(run));
        long before = sql.number(PROJECTED);
        var beginning = Thread.ofVirtual().start(() -> begin.accept(BenchStack.MESSAGE_SERVICE));
        double rate = rate(sql, before, before + messages(run));
        join(beginning);
        return rate;
    }

    private static void write(BenchStack stack, List<Place> places, int messages) {
        try (var log = new LogWriter(stack.kafka())) {
            for (int i = 0; i < messages; i++) {
                log.append(places.get(i % ROOMS).room(), Identities.name(i % PEOPLE), TEXT);
            }
        }
    }

    /** From the first row that is there to the last. */
    private static double rate(Sql sql, long before, long after) {
        long first = before;
        long at = before;
        long began = System.nanoTime();
        while (at < after) {
            IdleConnections.rest(LOOK);
            at = sql.number(PROJECTED);
            if (first == before && at > before) {
                first = at;
                began = System.nanoTime();
            }
        }
        return (at - first) / ((System.nanoTime() - began) / 1e9);
    }

    /** Into a table like the real one, in statements of as many rows as a projector's transaction has. */
    private static double raw(Sql sql, int messages) {
        sql.run("create table raw_message like message");
        long began = System.nanoTime();
        for (int done = 0; done < messages; done += ROWS_AT_ONCE) {
            int from = done;
            sql.run("insert into raw_message (stream_id, epoch, position, appended_at, id, author, body) values "
                    + IntStream.range(from, from + ROWS_AT_ONCE)
                            .mapToObj(ProjectBacklog::row)
                            .collect(Collectors.joining(",")));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        sql.run("drop table raw_message");
        return messages / seconds;
    }

    private static String row(int i) {
        return "(%d,1,%d,%d,x'%s','%s','%s')"
                .formatted(
                        i % ROOMS,
                        i,
                        1_700_000_000_000L + i,
                        MessageId.next().toString().replace("-", ""),
                        Identities.name(i % PEOPLE),
                        TEXT);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

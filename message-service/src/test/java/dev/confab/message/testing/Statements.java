package dev.confab.message.testing;

import dev.confab.message.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes what is read from the database outside of transactions. */
@Decorator
@Priority(1)
public class Statements implements Sql {
    private static final Queue<Ran> RAN = new ConcurrentLinkedQueue<>();

    /** A statement that was run. */
    public record Ran(String statement, List<?> parameters) {}

    private final Sql sql;

    Statements(@Any @Delegate Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<RowSet<Row>> run(String statement, List<?> parameters) {
        RAN.add(new Ran(statement, parameters));
        return sql.run(statement, parameters);
    }

    public static void forget() {
        RAN.clear();
    }

    /** Since they were forgotten, but for what runs in the background. */
    public static List<Ran> selects() {
        return RAN.stream()
                .filter(ran -> ran.statement().contains("select"))
                .filter(ran -> !ran.statement()
                        .matches("(?s).*(stream_key is null|from projection|log_epoch|/\\* index \\*/).*"))
                .toList();
    }
}

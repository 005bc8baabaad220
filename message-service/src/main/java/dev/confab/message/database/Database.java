package dev.confab.message.database;

import dev.confab.protocol.ConfabException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The pool of connections. */
@ApplicationScoped
public class Database implements Sql {
    /** Too many connections, shutting down, lock wait, deadlock, read-only, killed, access denied. */
    private static final Set<Integer> PASSING =
            Set.of(1040, 1045, 1053, 1129, 1203, 1205, 1213, 1226, 1290, 1836, 1927);

    private static final int DUPLICATE = 1062;

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final Pool pool;
    private final Duration statementTimeout;

    Database(Pool pool, DatabaseConfig config) {
        this.pool = pool;
        this.statementTimeout = config.statementTimeout();
    }

    @Override
    public Uni<RowSet<Row>> run(String statement, List<?> parameters) {
        return bounded(execute(pool, statement, parameters), statementTimeout);
    }

    /** Runs the statement once for each list of parameters; the results are in the same order. */
    public Uni<List<RowSet<Row>>> runForEach(String statement, List<List<?>> parameters) {
        if (parameters.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Tuple> tuples = parameters.stream().map(Database::tuple).toList();
        Uni<RowSet<Row>> first = pool.preparedQuery(statement).executeBatch(tuples);
        return bounded(first, statementTimeout).map(Database::all);
    }

    /** All of the work or nothing of it. What the work does after the given time may still be kept. */
    public <T> Uni<T> transaction(Duration timeout, Function<Sql, Uni<T>> work) {
        return bounded(pool.withTransaction(connection -> work.apply((s, p) -> execute(connection, s, p))), timeout);
    }

    /** Whether the database does not take the data, so that trying again can't help: SQL states 22 (data), 23 (constraints). */
    public static boolean refusesData(Throwable failure) {
        return failure instanceof DatabaseException refusal
                && refusal.getSqlState() != null
                && (refusal.getSqlState().startsWith("22")
                        || refusal.getSqlState().startsWith("23"));
    }

    /** Whether a row was to be added whose key is there already. */
    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof DatabaseException refusal && refusal.getErrorCode() == DUPLICATE;
    }

    private static Uni<RowSet<Row>> execute(SqlClient client, String statement, List<?> parameters) {
        return client.preparedQuery(statement)
                .execute(tuple(parameters))
                .onFailure(Database::isOutage)
                .transform(Database::unavailable);
    }

    private static <T> Uni<T> bounded(Uni<T> work, Duration timeout) {
        return work.ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(Database::isOutage)
                .transform(Database::unavailable);
    }

    /** Whether it is about reaching the database and not about what it was asked. */
    private static boolean isOutage(Throwable failure) {
        if (failure instanceof DatabaseException answer) {
            String state = String.valueOf(answer.getSqlState());
            return state.startsWith("08") || state.startsWith("40") || PASSING.contains(answer.getErrorCode());
        }
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException
                || failure.getClass().getName().startsWith("io.vertx.");
    }

    private static Throwable unavailable(Throwable failure) {
        LOG.debug("the database is not available", failure);
        return ConfabException.unavailable("The message store");
    }

    private static Tuple tuple(List<?> parameters) {
        return Tuple.from(parameters);
    }

    private static List<RowSet<Row>> all(RowSet<Row> first) {
        List<RowSet<Row>> results = new ArrayList<>();
        for (RowSet<Row> result = first; result != null; result = result.next()) {
            results.add(result);
        }
        return results;
    }
}

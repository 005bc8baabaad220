package dev.confab.media.database;

import dev.confab.protocol.ConfabException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The pool of connections. A database that is away makes statements fail as unavailable. */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** Runs statements. */
    public interface Sql {
        Uni<RowSet<Row>> run(String statement, List<?> parameters);

        default Uni<RowSet<Row>> run(String statement, Object... parameters) {
            return run(statement, List.of(parameters));
        }
    }

    public Uni<RowSet<Row>> run(String statement, Object... parameters) {
        return run(statement, List.of(parameters));
    }

    public Uni<RowSet<Row>> run(String statement, List<?> parameters) {
        return bounded(execute(pool, statement, parameters));
    }

    /** All of the work or nothing of it. Who gives up waiting does not cancel it. */
    public <T> Uni<T> transaction(Function<Sql, Uni<T>> work) {
        return bounded(pool.withTransaction(connection -> work.apply((s, p) -> execute(connection, s, p)))
                .memoize()
                .indefinitely());
    }

    private static Uni<RowSet<Row>> execute(SqlClient client, String statement, List<?> parameters) {
        return client.preparedQuery(statement).execute(Tuple.from(parameters));
    }

    private static <T> Uni<T> bounded(Uni<T> work) {
        return work.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(failure -> !(failure instanceof ConfabException))
                .transform(failure -> {
                    LOG.warnf("the database does not do what it is asked: %s", failure.getMessage());
                    return ConfabException.unavailable("The store of files");
                });
    }
}

package dev.confab.message.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Runs statements. A database that is away makes them fail as unavailable. */
public interface Sql {

    Uni<RowSet<Row>> run(String statement, List<?> parameters);

    default Uni<RowSet<Row>> run(String statement, Object... parameters) {
        return run(statement, Arrays.asList(parameters));
    }

    /** As many {@code ?} as there are values, between commas: what goes into {@code in (…)}. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}

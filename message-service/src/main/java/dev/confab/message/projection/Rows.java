package dev.confab.message.projection;

import dev.confab.message.database.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Many rows in one statement. */
final class Rows {
    private Rows() {}

    /**
     * @param head what comes before the values
     * @param tail what comes after them
     */
    static Uni<Void> insert(Sql sql, String head, List<List<?>> rows, String tail) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.run(head + tuples(rows) + tail, flat(rows)).replaceWithVoid();
    }

    /** @param head a statement up to {@code where (…) in} */
    static Uni<Void> delete(Sql sql, String head, List<List<?>> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : select(sql, head, keys).replaceWithVoid();
    }

    /** @param head as above */
    static Uni<RowSet<Row>> select(Sql sql, String head, List<List<?>> keys) {
        return sql.run(head + "(" + tuples(keys) + ")", flat(keys));
    }

    private static String tuples(List<List<?>> rows) {
        String one = "(" + Sql.marks(rows.getFirst().size()) + ")";
        return String.join(", ", Collections.nCopies(rows.size(), one));
    }

    private static List<?> flat(List<List<?>> rows) {
        List<Object> all = new ArrayList<>();
        rows.forEach(all::addAll);
        return all;
    }
}

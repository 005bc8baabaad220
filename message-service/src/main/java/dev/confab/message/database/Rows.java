package dev.confab.message.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Many rows in few statements. */
public final class Rows {
    public static final int AT_ONCE = 256;

    private Rows() {}

    /**
     * A statement for each power of two that their number consists of: these are few, and stay prepared. A statement for any
     * number would have to be prepared nearly every time, which takes the database as long as the rows.
     *
     * @param head what comes before the values
     * @param tail what comes after them
     */
    public static Uni<Void> insert(Sql sql, String head, List<List<?>> rows, String tail) {
        Uni<Void> inserted = Uni.createFrom().voidItem();
        int next = 0;
        while (next < rows.size()) {
            int count = Math.min(AT_ONCE, Integer.highestOneBit(rows.size() - next));
            List<List<?>> part = rows.subList(next, next + count);
            next += count;
            inserted = inserted.chain(
                    () -> sql.run(head + tuples(part) + tail, flat(part)).replaceWithVoid());
        }
        return inserted;
    }

    /** @param head a statement up to {@code where (…) in} */
    public static Uni<Void> delete(Sql sql, String head, List<List<?>> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : select(sql, head, keys).replaceWithVoid();
    }

    /** @param head as above */
    public static Uni<RowSet<Row>> select(Sql sql, String head, List<List<?>> keys) {
        return select(sql, head, keys, "");
    }

    /** @param tail what comes after the keys */
    public static Uni<RowSet<Row>> select(Sql sql, String head, List<List<?>> keys, String tail) {
        return sql.run(head + "(" + tuples(keys) + ")" + tail, flat(keys));
    }

    /**
     * As {@link #select(Sql, String, List, String)}, with the last key repeated until they are as many as a power of two, so
     * that a handful of statements stay prepared.
     *
     * @param first values of the statement before the keys
     */
    public static Uni<RowSet<Row>> selectPadded(Sql sql, String head, List<?> first, List<List<?>> keys, String tail) {
        List<List<?>> padded = new ArrayList<>(keys);
        int wanted = Integer.highestOneBit(2 * keys.size() - 1);
        while (padded.size() < wanted) {
            padded.add(keys.getLast());
        }
        List<Object> parameters = new ArrayList<>(first);
        parameters.addAll(flat(padded));
        return sql.run(head + "(" + tuples(padded) + ")" + tail, parameters);
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

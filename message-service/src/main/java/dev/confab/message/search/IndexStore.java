package dev.confab.message.search;

import dev.confab.message.database.Database;
import dev.confab.message.database.Ids;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.message.search.ChangedMessages.Said;
import dev.confab.message.search.ChangedMessages.Stands;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows as the index needs them: its thread waits for the database. */
@ApplicationScoped
class IndexStore {
    /** By which a database administrator, and a test, tells these from what somebody waits for. */
    private static final String SELECT = "select /* index */ ";

    /** So that a short outage does not have an index that is being made begin again. */
    private static final int TRIES = 10;

    private static final String MESSAGES = SELECT + IndexedRow.COLUMNS + " from message m where ";

    private final Database database;
    private final SearchConfig config;

    IndexStore(Database database, SearchConfig config) {
        this.database = database;
        this.config = config;
    }

    /** From where each partition is not projected yet. */
    Map<Integer, Long> projected(int epoch) {
        return rows(SELECT + "partition_no, next_offset from projection where epoch = ?", List.of(epoch)).stream()
                .collect(Collectors.toMap(row -> row.getInteger("partition_no"), row -> row.getLong("next_offset")));
    }

    /** About how many messages there are. */
    long messages() {
        return rows(
                        SELECT + "table_rows as messages from information_schema.tables"
                                + " where table_schema = database() and table_name = 'message'",
                        List.of())
                .stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.getLong("messages")))
                .orElse(0L);
    }

    /** The first messages behind that one, in the order of the table. */
    List<IndexedMessage> after(IndexPlace place, int limit) {
        int stream = place.stream();
        int epoch = place.position().epoch();
        long position = place.position().position().value();
        // each of the three is a range of the primary key, in its order
        String part = "(" + MESSAGES + "%s order by m.stream_id, m.epoch, m.position limit " + limit + ")";
        return rows(
                        part.formatted("m.stream_id = ? and m.epoch = ? and m.position > ?")
                                + " union all " + part.formatted("m.stream_id = ? and m.epoch > ?")
                                + " union all " + part.formatted("m.stream_id > ?")
                                + " order by stream_id, epoch, position limit " + limit,
                        List.of(stream, epoch, position, stream, epoch, stream))
                .stream()
                .map(IndexedRow::read)
                .toList();
    }

    /** The numbers of those streams that there are. */
    Map<StreamKey, Integer> streams(Collection<StreamKey> keys) {
        Map<StreamKey, Integer> streams = new HashMap<>();
        for (List<StreamKey> part : parts(keys)) {
            List<String> values = part.stream().map(StreamKey::value).toList();
            rows(SELECT + "id, stream_key from stream where stream_key in (" + Sql.marks(part.size()) + ")", values)
                    .forEach(row -> streams.put(new StreamKey(row.getString("stream_key")), row.getInteger("id")));
        }
        return streams;
    }

    /** Those of the streams that are gone. */
    Set<Integer> gone(Collection<Integer> streams) {
        Set<Integer> gone = new HashSet<>(streams);
        for (List<Integer> part : parts(streams)) {
            rows(
                            SELECT + "id from stream where stream_key is not null and id in (" + Sql.marks(part.size())
                                    + ")",
                            part)
                    .forEach(row -> gone.remove(row.getInteger("id")));
        }
        return gone;
    }

    /** Those that are there, deleted or not. */
    List<IndexedMessage> at(Collection<IndexPlace> places) {
        List<IndexedMessage> found = new ArrayList<>();
        for (List<IndexPlace> part : parts(places)) {
            add(found, "(m.stream_id, m.epoch, m.position) in ", SearchStore.keys(part));
        }
        return found;
    }

    /** As {@link #at}, by the ids that their authors gave them. */
    List<IndexedMessage> said(Collection<Said> what, Map<StreamKey, Integer> streams) {
        List<List<?>> keys = new ArrayList<>();
        for (Said one : what) {
            Integer stream = streams.get(one.stream());
            if (stream != null) {
                keys.add(List.of(
                        stream, Ids.binary(one.ref().id()), one.ref().author().value()));
            }
        }
        List<IndexedMessage> found = new ArrayList<>();
        for (List<List<?>> part : parts(keys)) {
            add(found, "(m.stream_id, m.id, m.author) in ", part);
        }
        return found;
    }

    static List<IndexPlace> places(Collection<Stands> what, Map<StreamKey, Integer> streams) {
        return what.stream()
                .filter(one -> streams.containsKey(one.stream()))
                .map(one -> new IndexPlace(streams.getOrDefault(one.stream(), 0), one.position()))
                .toList();
    }

    private void add(List<IndexedMessage> found, String where, List<List<?>> keys) {
        awaited(Rows.selectPadded(database, MESSAGES + where, List.of(), keys, ""))
                .forEach(row -> found.add(IndexedRow.read(row)));
    }

    private RowSet<Row> rows(String statement, List<?> parameters) {
        return awaited(database.run(statement, parameters));
    }

    private RowSet<Row> awaited(Uni<RowSet<Row>> answer) {
        return answer.onFailure(ConfabException.class)
                .retry()
                .withBackOff(config.retryMin(), config.retryMax())
                .atMost(TRIES)
                .await()
                .indefinitely();
    }

    private static <T> List<List<T>> parts(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += Rows.AT_ONCE) {
            parts.add(list.subList(from, Math.min(list.size(), from + Rows.AT_ONCE)));
        }
        return parts;
    }
}

package dev.confab.message.history;

import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The messages of a stream. Each statement reads one range of the primary key, in its order. */
@ApplicationScoped
class HistoryStore {
    private static final String SELECT = "select " + MessageRow.COLUMNS + " from message m where m.stream_id = ?";
    private static final String NEWEST_FIRST = " order by epoch desc, position desc limit ?";
    private static final String OLDEST_FIRST = " order by epoch, position limit ?";

    private final Database database;

    HistoryStore(Database database) {
        this.database = database;
    }

    Uni<List<StoredMessage>> newest(int stream, int limit) {
        return database.run(SELECT + NEWEST_FIRST, stream, limit).map(HistoryStore::messages);
    }

    /** Newest first. */
    Uni<List<StoredMessage>> before(int stream, LogPosition border, int limit) {
        return database.run(
                        SELECT + " and epoch = ? and position < ?" + NEWEST_FIRST,
                        stream,
                        border.epoch(),
                        border.position().value(),
                        limit)
                .chain(found -> filled(found, limit, SELECT + " and epoch < ?" + NEWEST_FIRST, stream, border.epoch()));
    }

    /** Oldest first. */
    Uni<List<StoredMessage>> after(int stream, LogPosition border, int limit) {
        return database.run(
                        SELECT + " and epoch = ? and position > ?" + OLDEST_FIRST,
                        stream,
                        border.epoch(),
                        border.position().value(),
                        limit)
                .chain(found -> filled(found, limit, SELECT + " and epoch > ?" + OLDEST_FIRST, stream, border.epoch()));
    }

    /**
     * With what lies beyond the log of the border, if there is still room. In one condition the two would be no range: the
     * database then reads everything from the end of the stream up to the border.
     */
    private Uni<List<StoredMessage>> filled(RowSet<Row> found, int limit, String beyond, int stream, int epoch) {
        List<StoredMessage> first = messages(found);
        return first.size() == limit
                ? Uni.createFrom().item(first)
                : database.run(beyond, stream, epoch, limit - first.size())
                        .map(rest -> Stream.concat(first.stream(), messages(rest).stream())
                                .toList());
    }

    /** Those that stand after one position and up to another of the same log, oldest first. */
    Uni<List<StoredMessage>> between(int stream, LogPosition after, Position upTo, int limit) {
        return database.run(
                        SELECT + " and deleted_at is null and epoch = ? and position > ? and position <= ?"
                                + OLDEST_FIRST,
                        stream,
                        after.epoch(),
                        after.position().value(),
                        upTo.value(),
                        limit)
                .map(HistoryStore::messages);
    }

    private static List<StoredMessage> messages(RowSet<Row> rows) {
        return rows.stream().map(MessageRow::read).toList();
    }
}

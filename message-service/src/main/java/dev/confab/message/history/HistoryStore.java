package dev.confab.message.history;

import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The messages of a stream. Each method reads one range of the primary key, in its order. */
@ApplicationScoped
class HistoryStore {
    private static final String SELECT =
            "select epoch, position, appended_at, id, author, body from message where stream_id = ?";
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
                        SELECT + " and (epoch < ? or (epoch = ? and position < ?))" + NEWEST_FIRST,
                        stream,
                        border.epoch(),
                        border.epoch(),
                        border.position().value(),
                        limit)
                .map(HistoryStore::messages);
    }

    /** Oldest first. */
    Uni<List<StoredMessage>> after(int stream, LogPosition border, int limit) {
        return database.run(
                        SELECT + " and (epoch > ? or (epoch = ? and position > ?))" + OLDEST_FIRST,
                        stream,
                        border.epoch(),
                        border.epoch(),
                        border.position().value(),
                        limit)
                .map(HistoryStore::messages);
    }

    /** Those after one position and up to another of the same log, oldest first. */
    Uni<List<StoredMessage>> between(int stream, LogPosition after, Position upTo, int limit) {
        return database.run(
                        SELECT + " and epoch = ? and position > ? and position <= ?" + OLDEST_FIRST,
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

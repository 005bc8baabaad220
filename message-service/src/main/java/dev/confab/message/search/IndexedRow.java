package dev.confab.message.search;

import dev.confab.message.log.LogPosition;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** The columns of what is indexed. */
final class IndexedRow {
    /** Of the table {@code m}. */
    static final String COLUMNS = "m.stream_id, m.epoch, m.position, m.appended_at, m.author,"
            + " m.thread_root_id is not null as in_thread, m.deleted_at is not null as is_deleted, m.body";

    private IndexedRow() {}

    static IndexedMessage read(Row row) {
        return new IndexedMessage(
                place(row),
                Instant.ofEpochMilli(row.getLong("appended_at")),
                new Username(row.getString("author")),
                row.getInteger("in_thread") == 1,
                row.getInteger("is_deleted") == 1,
                row.getString("body"));
    }

    static IndexPlace place(Row row) {
        return new IndexPlace(
                row.getInteger("stream_id"),
                new LogPosition(row.getInteger("epoch"), new Position(row.getLong("position"))));
    }
}

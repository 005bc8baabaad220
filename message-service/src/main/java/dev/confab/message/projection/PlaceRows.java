package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.vertx.mutiny.sqlclient.Row;

/** Rows that say where something stands, or who wrote it. */
final class PlaceRows {
    private PlaceRows() {}

    /** From stream_id, id and author. */
    static Authored authored(StreamIds streams, Row row) {
        return new Authored(
                streams.key(row.getInteger("stream_id")), new Username(row.getString("author")), Ids.read(row, "id"));
    }

    /** From stream_id, epoch and position. */
    static Place place(StreamIds streams, Row row) {
        return new Place(streams.key(row.getInteger("stream_id")), position(row));
    }

    /** From epoch and position. */
    static LogPosition position(Row row) {
        return new LogPosition(row.getInteger("epoch"), new Position(row.getLong("position")));
    }
}

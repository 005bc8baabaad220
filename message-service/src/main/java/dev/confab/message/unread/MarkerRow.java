package dev.confab.message.unread;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;

/** Rows that say how far somebody has read. */
public final class MarkerRow {
    private MarkerRow() {}

    /**
     * From stream_id, read_epoch and read_position, where the membership or the conversation began, and mark_epoch and
     * mark_position, which may be null.
     */
    public static Marker read(Row row) {
        LogPosition began = position(row, "read").orElseThrow();
        return new Marker(
                row.getInteger("stream_id"),
                position(row, "mark").filter(mark -> mark.isAfter(began)).orElse(began));
    }

    private static Optional<LogPosition> position(Row row, String what) {
        return Optional.ofNullable(row.getInteger(what + "_epoch"))
                .map(epoch -> new LogPosition(epoch, new Position(row.getLong(what + "_position"))));
    }
}

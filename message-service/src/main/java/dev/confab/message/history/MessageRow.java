package dev.confab.message.history;

import dev.confab.message.database.Ids;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** The columns of a message. */
public final class MessageRow {
    private MessageRow() {}

    /** From epoch, position, appended_at, id, author and body. */
    public static StoredMessage read(Row row) {
        return new StoredMessage(
                new LogPosition(row.getInteger("epoch"), new Position(row.getLong("position"))),
                Instant.ofEpochMilli(row.getLong("appended_at")),
                Ids.read(row, "id"),
                new Username(row.getString("author")),
                new MessageText(row.getString("body")));
    }
}

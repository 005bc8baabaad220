package dev.confab.message.database;

import dev.confab.protocol.MessageId;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** Message ids as {@code binary(16)}. */
public final class Ids {
    private Ids() {}

    public static Buffer binary(MessageId id) {
        return Buffer.buffer(16)
                .appendLong(id.value().getMostSignificantBits())
                .appendLong(id.value().getLeastSignificantBits());
    }

    public static MessageId read(Row row, String column) {
        Buffer bytes = row.get(Buffer.class, column);
        return new MessageId(new UUID(bytes.getLong(0), bytes.getLong(8)));
    }
}

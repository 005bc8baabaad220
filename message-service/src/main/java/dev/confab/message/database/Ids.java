package dev.confab.message.database;

import dev.confab.protocol.MediaId;
import dev.confab.protocol.MessageId;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** Ids of messages and files as {@code binary(16)}. */
public final class Ids {
    private Ids() {}

    public static Buffer binary(MessageId id) {
        return binary(id.value());
    }

    public static Buffer binary(MediaId id) {
        return binary(id.value());
    }

    private static Buffer binary(UUID id) {
        return Buffer.buffer(16).appendLong(id.getMostSignificantBits()).appendLong(id.getLeastSignificantBits());
    }

    public static MessageId read(Row row, String column) {
        return new MessageId(uuid(row, column));
    }

    public static MediaId readMedia(Row row, String column) {
        return new MediaId(uuid(row, column));
    }

    private static UUID uuid(Row row, String column) {
        Buffer bytes = row.get(Buffer.class, column);
        return new UUID(bytes.getLong(0), bytes.getLong(8));
    }
}

package dev.confab.message.history;

import dev.confab.message.database.Ids;
import dev.confab.message.history.StoredMessage.Deletion;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The columns of a message. */
public final class MessageRow {
    /** Those that are read, of the table {@code m}. */
    public static final String COLUMNS =
            "m.epoch, m.position, m.appended_at, m.id, m.author, m.body, m.thread_root_author,"
                    + " m.thread_root_id, m.also_in_room, m.reply_to_author, m.reply_to_id, m.mentions, m.mentions_all,"
                    + " m.edited_at, m.deleted_at, m.deleted_by, m.deleted_reason";

    private MessageRow() {}

    public static StoredMessage read(Row row) {
        return new StoredMessage(
                new LogPosition(row.getInteger("epoch"), new Position(row.getLong("position"))),
                Instant.ofEpochMilli(row.getLong("appended_at")),
                Ids.read(row, "id"),
                new Username(row.getString("author")),
                row.getString("body"),
                ref(row, "reply_to"),
                ref(row, "thread_root"),
                row.getBoolean("also_in_room"),
                Optional.ofNullable(row.getString("mentions"))
                        .map(MessageRow::usernames)
                        .orElse(List.of()),
                row.getBoolean("mentions_all"),
                at(row, "edited_at"),
                at(row, "deleted_at")
                        .map(when -> new Deletion(
                                when,
                                new Username(row.getString("deleted_by")),
                                Optional.ofNullable(row.getString("deleted_reason")))));
    }

    private static Optional<MessageRef> ref(Row row, String what) {
        return Optional.ofNullable(row.getString(what + "_author"))
                .map(author -> new MessageRef(new Username(author), Ids.read(row, what + "_id")));
    }

    private static Optional<Instant> at(Row row, String column) {
        return Optional.ofNullable(row.getLong(column)).map(Instant::ofEpochMilli);
    }

    private static List<Username> usernames(String json) {
        return List.of(Json.read(json.getBytes(StandardCharsets.UTF_8), Username[].class));
    }
}

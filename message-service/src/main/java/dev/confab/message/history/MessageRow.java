package dev.confab.message.history;

import dev.confab.message.database.Ids;
import dev.confab.message.history.StoredMessage.Deletion;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a message. */
public final class MessageRow {
    /** Those that are read, of the table {@code m}. */
    public static final String COLUMNS =
            "m.epoch, m.position, m.appended_at, m.id, m.author, m.body, m.thread_root_author,"
                    + " m.thread_root_id, m.also_in_room, m.reply_to_author, m.reply_to_id, m.mentions, m.mentions_all, m.attachments,"
                    + " m.edited_at, m.deleted_at, m.deleted_by, m.deleted_reason";

    /** With what came of it, and what it answers: of the table {@code m} and {@link #AROUND} it. */
    public static final String BUNDLED = COLUMNS
            + ", p.stream_id is not null as pinned, h.answers, h.last_at,"
            + " (select substring_index(group_concat(w.username order by w.answers desc, w.user_key separator ' '), ' ', "
            + Replies.MOST_PEOPLE + ") from thread_person w where w.stream_id = h.stream_id and w.root_id = h.root_id"
            + " and w.root_author = h.root_author and w.answers > 0) as answered_by,"
            + " left(t.body, " + Opening.ENOUGH + ") as replied_text, t.deleted_at as replied_deleted_at";

    /** Each by a whole key, so at most one row of each. */
    public static final String AROUND =
            " left join pin p on p.stream_id = m.stream_id and p.epoch = m.epoch and p.position = m.position"
                    + " left join thread h on h.stream_id = m.stream_id and h.root_id = m.id and h.root_author = m.author"
                    + " left join message t on t.stream_id = m.stream_id and t.id = m.reply_to_id"
                    + " and t.author = m.reply_to_author";

    private MessageRow() {}

    public static BundledMessage readBundled(Row row) {
        return new BundledMessage(
                read(row),
                ref(row, "reply_to").map(ref -> replied(row, ref)),
                Optional.ofNullable(row.getInteger("answers"))
                        .filter(answers -> answers > 0)
                        .map(answers -> new Replies(
                                answers, at(row, "last_at").orElseThrow(), names(row.getString("answered_by")))),
                row.getInteger("pinned") == 1);
    }

    private static ReplyTo replied(Row row, MessageRef ref) {
        boolean deleted = row.getLong("replied_deleted_at") != null;
        return new ReplyTo(
                ref.author(),
                ref.id(),
                Optional.ofNullable(row.getString("replied_text"))
                        .filter(text -> !deleted)
                        .map(Opening::of),
                deleted);
    }

    /** Names have no spaces. */
    static List<Username> names(@Nullable String separated) {
        return Stream.ofNullable(separated)
                .flatMap(names -> Stream.of(names.split(" ")))
                .map(Username::new)
                .toList();
    }

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
                Optional.ofNullable(row.getString("attachments"))
                        .map(MessageRow::attachments)
                        .orElse(List.of()),
                at(row, "edited_at"),
                at(row, "deleted_at")
                        .map(when -> new Deletion(
                                when,
                                new Username(row.getString("deleted_by")),
                                Optional.ofNullable(row.getString("deleted_reason")))));
    }

    static Optional<MessageRef> ref(Row row, String what) {
        return Optional.ofNullable(row.getString(what + "_author"))
                .map(author -> new MessageRef(new Username(author), Ids.read(row, what + "_id")));
    }

    private static Optional<Instant> at(Row row, String column) {
        return Optional.ofNullable(row.getLong(column)).map(Instant::ofEpochMilli);
    }

    private static List<Attachment> attachments(String json) {
        return List.of(Json.read(json, Attachment[].class));
    }

    private static List<Username> usernames(String json) {
        return List.of(Json.read(json.getBytes(StandardCharsets.UTF_8), Username[].class));
    }
}

package dev.confab.message.direct;

import dev.confab.message.database.Database;
import dev.confab.message.history.BundledMessage;
import dev.confab.message.history.MessageRow;
import dev.confab.message.unread.Marker;
import dev.confab.message.unread.MarkerRow;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Private conversations. */
@ApplicationScoped
class DirectStore {
    private final Database database;

    DirectStore(Database database) {
        this.database = database;
    }

    /** A conversation that has a message, as one of the two sees it. */
    record Talk(Username other, BundledMessage last, Marker marker) {
        ConversationCursor cursor() {
            return new ConversationCursor(last.message().at().toEpochMilli(), marker.stream());
        }
    }

    /** The other one's name as it was registered, and the stream. */
    record Known(Username other, int stream) {}

    Uni<Optional<Known>> find(Username user, Username other) {
        return database.run(
                        "select c.other, c.stream_id from stream s"
                                + " join conversation_member c on c.user_key = ? and c.stream_id = s.id"
                                + " where s.stream_key = ?",
                        user.key(),
                        StreamKey.of(Conversation.between(user, other)).value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Known(new Username(row.getString("other")), row.getInteger("stream_id"))));
    }

    /** Newest first, behind the cursor. */
    Uni<List<Talk>> list(Username user, Optional<ConversationCursor> cursor, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(user.key()));
        cursor.ifPresent(border -> parameters.addAll(List.of(border.lastAt(), border.lastAt(), border.stream())));
        parameters.add(limit);
        return database.run(
                        "select c.stream_id, c.other, c.read_epoch, c.read_position,"
                                + " k.epoch as mark_epoch, k.position as mark_position, " + MessageRow.BUNDLED
                                + " from conversation_member c join message m on m.stream_id = c.stream_id"
                                + " and m.epoch = c.last_epoch and m.position = c.last_position"
                                + " join stream s on s.id = c.stream_id"
                                + " left join read_mark k on k.stream_key = s.stream_key and k.user_key = c.user_key"
                                + MessageRow.AROUND
                                + " where c.user_key = ?"
                                + (cursor.isPresent()
                                        ? " and (c.last_at < ? or (c.last_at = ? and c.stream_id < ?))"
                                        : "")
                                + " order by c.last_at desc, c.stream_id desc limit ?",
                        parameters)
                .map(rows -> rows.stream().map(DirectStore::talk).toList());
    }

    private static Talk talk(Row row) {
        return new Talk(new Username(row.getString("other")), MessageRow.readBundled(row), MarkerRow.read(row));
    }
}

package dev.confab.message.history;

import dev.confab.message.database.Database;
import dev.confab.message.database.Ids;
import dev.confab.message.history.FindContent.Found;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Content by the id that its author gave it. */
@ApplicationScoped
class ContentPlaceStore {
    private final Database database;

    ContentPlaceStore(Database database) {
        this.database = database;
    }

    Uni<Optional<Found>> find(int stream, MessageRef ref) {
        return message(stream, ref)
                .chain(message -> message.isPresent() ? Uni.createFrom().item(message) : aboutOne(stream, ref));
    }

    private Uni<Optional<Found>> message(int stream, MessageRef ref) {
        return database.run(
                        "select m.epoch, m.position, m.appended_at, m.deleted_at, m.thread_root_author, m.thread_root_id,"
                                + " p.stream_id is not null as pinned,"
                                + " (select count(*) from pin a where a.stream_id = m.stream_id) as pins"
                                + " from message m left join pin p"
                                + " on p.stream_id = m.stream_id and p.epoch = m.epoch and p.position = m.position"
                                + " where m.stream_id = ? and m.id = ? and m.author = ?",
                        stream,
                        Ids.binary(ref.id()),
                        ref.author().value())
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : withEmoji(stream, rows.iterator().next()).map(Optional::of));
    }

    private Uni<Found> withEmoji(int stream, Row row) {
        Found found = new Found(
                new Position(row.getLong("position")),
                Instant.ofEpochMilli(row.getLong("appended_at")),
                true,
                row.getLong("deleted_at") != null,
                List.of(),
                row.getInteger("pinned") == 1,
                row.getInteger("pins"),
                MessageRow.ref(row, "thread_root"));
        return database.run(
                        "select emoji from reaction where stream_id = ? and epoch = ? and position = ?"
                                + " group by emoji order by min(reacted_at), emoji",
                        stream,
                        row.getInteger("epoch"),
                        row.getLong("position"))
                .map(rows -> found.with(rows.stream()
                        .map(shown -> new Emoji(shown.getString("emoji")))
                        .toList()));
    }

    /** What somebody did about a message, by its own id. */
    private Uni<Optional<Found>> aboutOne(int stream, MessageRef ref) {
        return database.run(
                        "select position, appended_at from notice where stream_id = ? and id = ? and author = ?",
                        stream,
                        Ids.binary(ref.id()),
                        ref.author().value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Found(
                                new Position(row.getLong("position")),
                                Instant.ofEpochMilli(row.getLong("appended_at")),
                                false,
                                false,
                                List.of(),
                                false,
                                0,
                                Optional.empty())));
    }
}

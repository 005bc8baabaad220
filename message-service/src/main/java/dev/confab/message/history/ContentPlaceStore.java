package dev.confab.message.history;

import dev.confab.message.database.Database;
import dev.confab.message.database.Ids;
import dev.confab.message.history.FindContent.Found;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Content by the id that its author gave it. */
@ApplicationScoped
class ContentPlaceStore {
    private final Database database;

    ContentPlaceStore(Database database) {
        this.database = database;
    }

    Uni<Optional<Found>> find(int stream, MessageRef ref) {
        Buffer id = Ids.binary(ref.id());
        String author = ref.author().value();
        return database.run(
                        "select position, appended_at from message where stream_id = ? and id = ? and author = ?"
                                + " union all"
                                + " select position, appended_at from notice where stream_id = ? and id = ? and author = ?",
                        stream,
                        id,
                        author,
                        stream,
                        id,
                        author)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Found(
                                new Position(row.getLong("position")),
                                Instant.ofEpochMilli(row.getLong("appended_at")))));
    }
}

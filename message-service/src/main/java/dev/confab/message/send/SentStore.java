package dev.confab.message.send;

import dev.confab.message.database.Database;
import dev.confab.message.database.Ids;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Messages by the id that their author gave them. */
@ApplicationScoped
class SentStore {
    private final Database database;

    SentStore(Database database) {
        this.database = database;
    }

    Uni<Optional<Sent>> find(RecentSends.Key key) {
        return database.run(
                        "select m.position, m.appended_at from stream s join message m on m.stream_id = s.id"
                                + " where s.stream_key = ? and m.id = ? and m.author = ?",
                        key.stream().value(),
                        Ids.binary(key.id()),
                        key.from().value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Sent(
                                key.id(),
                                new Position(row.getLong("position")),
                                Instant.ofEpochMilli(row.getLong("appended_at")))));
    }
}

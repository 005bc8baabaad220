package dev.confab.message.seen;

import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How far the members of a stream have read. */
@ApplicationScoped
class SeenStore {
    private final Database database;

    SeenStore(Database database) {
        this.database = database;
    }

    /** Whether the stream has no more members than that. */
    Uni<Boolean> hasAtMost(int most, int stream, StreamKey key) {
        return key.isRoom()
                ? database.run("select 1 from room_member where stream_id = ? limit ?", stream, most + 1)
                        .map(rows -> rows.size() <= most)
                : Uni.createFrom().item(true);
    }

    /** Members who have read up to there and let it be seen, in no order: a range of those who have come that far. */
    Uni<List<Username>> reached(int stream, StreamKey key, LogPosition position, Username author, int limit) {
        return database.run(
                        "select k.username from read_mark k force index (read_mark_reached) straight_join "
                                + (key.isRoom() ? "room_member" : "conversation_member")
                                + " m on m.user_key = k.user_key and m.stream_id = ? where k.stream_key = ?"
                                + " and (k.epoch > ? or (k.epoch = ? and k.position >= ?))"
                                + " and not k.hidden and k.user_key <> ? limit ?",
                        stream,
                        key.value(),
                        position.epoch(),
                        position.epoch(),
                        position.position().value(),
                        author.key(),
                        limit)
                .map(rows -> rows.stream()
                        .map(row -> new Username(row.getString("username")))
                        .toList());
    }
}

package dev.confab.message.history;

import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The texts that messages had before they were edited. */
@ApplicationScoped
class RevisionStore {
    private final Database database;

    RevisionStore(Database database) {
        this.database = database;
    }

    /** A text, and when it was replaced. */
    record Replaced(String text, Instant endedAt) {}

    /** Newest first. */
    Uni<List<Replaced>> of(int stream, LogPosition message, int limit) {
        return database.run(
                        "select r.body, n.appended_at from revision r join notice n on n.stream_id = r.stream_id"
                                + " and n.epoch = r.ended_epoch and n.position = r.ended_position"
                                + " where r.stream_id = ? and r.epoch = ? and r.position = ?"
                                + " order by r.ended_epoch desc, r.ended_position desc limit ?",
                        stream,
                        message.epoch(),
                        message.position().value(),
                        limit)
                .map(rows -> rows.stream()
                        .map(row ->
                                new Replaced(row.getString("body"), Instant.ofEpochMilli(row.getLong("appended_at"))))
                        .toList());
    }

    /** Whether somebody is the room's owner or a moderator of it. */
    Uni<Boolean> isModerator(int stream, Username user) {
        return database.run("select 1 from room_role where stream_id = ? and user_key = ? limit 1", stream, user.key())
                .map(rows -> rows.size() > 0);
    }
}

package dev.confab.message.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What everybody in a stream was told beside its messages, but for edits of deleted ones. */
@ApplicationScoped
class TimelineStore {
    private final Database database;

    TimelineStore(Database database) {
        this.database = database;
    }

    /** Those after one position and up to another of the same log, oldest first. */
    Uni<List<MissedEvent>> between(int stream, LogPosition after, Position upTo, int limit) {
        return database.run(
                        "select position, appended_at, event from notice where stream_id = ? and epoch = ?"
                                + " and position > ? and position <= ? and event <> '' order by position limit ?",
                        stream,
                        after.epoch(),
                        after.position().value(),
                        upTo.value(),
                        limit)
                .map(rows -> rows.stream().map(TimelineStore::read).toList());
    }

    private static MissedEvent read(Row row) {
        return MissedEvent.of(
                new Position(row.getLong("position")),
                Instant.ofEpochMilli(row.getLong("appended_at")),
                Json.read(row.getString("event"), ObjectNode.class));
    }
}

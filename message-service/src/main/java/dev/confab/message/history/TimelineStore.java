package dev.confab.message.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
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
        long position = row.getLong("position");
        ObjectNode frame = JsonNodeFactory.instance
                .objectNode()
                .put("position", position)
                .put("at", Instant.ofEpochMilli(row.getLong("appended_at")).toString());
        frame.setAll(Json.read(row.getString("event").getBytes(StandardCharsets.UTF_8), ObjectNode.class));
        return new MissedEvent(new Position(position), frame);
    }
}

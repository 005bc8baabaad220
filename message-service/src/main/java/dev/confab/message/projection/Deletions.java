package dev.confab.message.projection;

import dev.confab.message.database.Sql;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rooms of which a namesake was deleted, as far as it is projected. */
record Deletions(Map<StreamKey, Deletion> byRoom) {
    private static final Deletion NONE = new Deletion(false, Position.NONE);

    /**
     * @param gone whether the room was not created again
     * @param at where it was deleted, if that was in this log
     */
    private record Deletion(boolean gone, Position at) {}

    static Uni<Deletions> before(Sql sql, int epoch, StreamIds streams) {
        List<Integer> rooms = streams.rooms();
        if (rooms.isEmpty()) {
            return Uni.createFrom().item(new Deletions(Map.of()));
        }
        return sql.run(
                        "select stream_id, gone, deleted_epoch, deleted_position from room"
                                + " where deleted_position is not null and stream_id in (" + Sql.marks(rooms.size())
                                + ")",
                        rooms)
                .map(rows -> new Deletions(rows.stream()
                        .collect(Collectors.toMap(
                                row -> streams.key(row.getInteger("stream_id")), row -> deletion(row, epoch)))));
    }

    private static Deletion deletion(Row row, int epoch) {
        boolean here = row.getInteger("deleted_epoch") == epoch;
        return new Deletion(
                row.getBoolean("gone"), here ? new Position(row.getLong("deleted_position")) : Position.NONE);
    }

    Set<StreamKey> rooms() {
        return byRoom.keySet();
    }

    /** Those that were not created again. */
    Set<StreamKey> gone() {
        return byRoom.entrySet().stream()
                .filter(room -> room.getValue().gone())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Position at(StreamKey room) {
        return byRoom.getOrDefault(room, NONE).at();
    }
}

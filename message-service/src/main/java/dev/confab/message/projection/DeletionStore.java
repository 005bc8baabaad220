package dev.confab.message.projection;

import dev.confab.message.database.Sql;
import dev.confab.message.projection.Deletions.Deletion;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where rooms were deleted. */
final class DeletionStore {
    private DeletionStore() {}

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
}

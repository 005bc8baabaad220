package dev.confab.message.unread;

import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Markers, and what is behind them. */
@ApplicationScoped
class UnreadStore {
    /** Messages behind a marker that are looked at: more are not counted. */
    static final int MOST = 1_000;

    /** Rooms and conversations of one user that are told about. */
    private static final int MOST_STREAMS = 500;

    /** A marker in a room. */
    record RoomMarker(String room, Marker marker) {}

    /** A marker in a private conversation. */
    record DirectMarker(Username other, Marker marker) {}

    private final Database database;

    UnreadStore(Database database) {
        this.database = database;
    }

    Uni<List<RoomMarker>> rooms(Username user) {
        return database.run(
                        "select m.stream_id, m.read_epoch, m.read_position, coalesce(r.name, substr(s.stream_key, 3)) as name"
                                + " from room_member m join stream s on s.id = m.stream_id"
                                + " left join room r on r.stream_id = m.stream_id"
                                + " where m.user_key = ? and s.stream_key is not null limit " + MOST_STREAMS,
                        user.key())
                .map(rows -> rows.stream()
                        .map(row -> new RoomMarker(row.getString("name"), marker(row)))
                        .toList());
    }

    /** Those with the newest messages first. */
    Uni<List<DirectMarker>> conversations(Username user) {
        return database.run(
                        "select stream_id, read_epoch, read_position, other from conversation_member"
                                + " where user_key = ? order by last_at desc, stream_id desc limit " + MOST_STREAMS,
                        user.key())
                .map(rows -> rows.stream()
                        .map(row -> new DirectMarker(new Username(row.getString("other")), marker(row)))
                        .toList());
    }

    private static Marker marker(Row row) {
        LogPosition read = new LogPosition(row.getInteger("read_epoch"), new Position(row.getLong("read_position")));
        return new Marker(row.getInteger("stream_id"), read);
    }

    /** For each marker how many of the next {@link #MOST} messages are by others. */
    Uni<List<Integer>> count(Username reader, List<Marker> markers) {
        List<List<?>> parameters = markers.stream()
                .<List<?>>map(marker -> List.of(
                        reader.value(),
                        marker.stream(),
                        marker.read().epoch(),
                        marker.read().epoch(),
                        marker.read().position().value()))
                .toList();
        return database.runForEach(
                        "select count(case when newer.author <> ? then 1 end) as unread"
                                // the unique key has all that is asked for, but not in the order that makes the limit
                                // count
                                + " from (select author from message force index (primary) where stream_id = ?"
                                + " and (epoch > ? or (epoch = ? and position > ?))"
                                + " order by epoch, position limit " + MOST + ") newer",
                        parameters)
                .map(results -> results.stream()
                        .map(rows -> rows.iterator().next().getInteger("unread"))
                        .toList());
    }

    /** Moves a room's marker on, never back. Whether there is one. */
    Uni<Boolean> readRoom(Username user, StreamKey room, LogPosition position) {
        return read("room_member", user, room, position);
    }

    /** Moves a conversation's marker on, never back. Whether there is one. */
    Uni<Boolean> readDirect(Username user, StreamKey conversation, LogPosition position) {
        return read("conversation_member", user, conversation, position);
    }

    private Uni<Boolean> read(String table, Username user, StreamKey stream, LogPosition position) {
        // the assignments take effect from left to right
        return database.run(
                        "update " + table + " set read_position ="
                                + " case when read_epoch < ? or read_position < ? then ? else read_position end,"
                                + " read_epoch = ?"
                                + " where user_key = ? and stream_id = (select id from stream where stream_key = ?)",
                        position.epoch(),
                        position.position().value(),
                        position.position().value(),
                        position.epoch(),
                        user.key(),
                        stream.value())
                .map(updated -> updated.rowCount() > 0);
    }
}

package dev.confab.message.unread;

import dev.confab.message.database.Database;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Markers, and what is behind them. */
@ApplicationScoped
class UnreadStore {
    /** Messages behind a marker, of those that the stream shows, that are looked at: more are not counted. */
    static final int MOST = 1_000;

    /** Rooms and conversations of one user that are told about. */
    private static final int MOST_STREAMS = 500;

    private static final String MARK =
            " left join read_mark k on k.stream_key = s.stream_key and k.user_key = m.user_key";

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
                        "select m.stream_id, m.read_epoch, m.read_position, k.epoch as mark_epoch, k.position as mark_position,"
                                + " coalesce(r.name, substr(s.stream_key, 3)) as name"
                                + " from room_member m join stream s on s.id = m.stream_id"
                                + " left join room r on r.stream_id = m.stream_id" + MARK
                                + " where m.user_key = ? and s.stream_key is not null limit " + MOST_STREAMS,
                        user.key())
                .map(rows -> rows.stream()
                        .map(row -> new RoomMarker(row.getString("name"), MarkerRow.read(row)))
                        .toList());
    }

    /** Those with the newest messages first. */
    Uni<List<DirectMarker>> conversations(Username user) {
        return database.run(
                        "select m.stream_id, m.read_epoch, m.read_position, k.epoch as mark_epoch,"
                                + " k.position as mark_position, m.other"
                                + " from conversation_member m join stream s on s.id = m.stream_id" + MARK
                                + " where m.user_key = ? order by m.last_at desc, m.stream_id desc limit "
                                + MOST_STREAMS,
                        user.key())
                .map(rows -> rows.stream()
                        .map(row -> new DirectMarker(new Username(row.getString("other")), MarkerRow.read(row)))
                        .toList());
    }

    /** For each marker how many of the next {@link #MOST} messages are by others, and up to where that is. */
    Uni<List<Behind>> count(Username reader, List<Marker> markers, int presentEpoch) {
        List<List<?>> parameters = markers.stream()
                .<List<?>>map(marker -> List.of(
                        reader.value(),
                        presentEpoch,
                        marker.stream(),
                        marker.read().epoch(),
                        marker.read().epoch(),
                        marker.read().position().value()))
                .toList();
        return database.runForEach(
                        "select count(case when newer.author <> ? and newer.deleted_at is null then 1 end) as unread,"
                                + " count(*) as counted, max(case when newer.epoch = ? then newer.position end) as up_to"
                                // another key has no order that makes the limit count
                                + " from (select author, deleted_at, epoch, position from message force index (message_shown)"
                                + " where stream_id = ? and shown = true and (epoch > ? or (epoch = ? and position > ?))"
                                + " order by epoch, position limit " + MOST + ") newer",
                        parameters)
                .map(results -> results.stream()
                        .map(rows -> behind(rows.iterator().next()))
                        .toList());
    }

    private static Behind behind(Row row) {
        return new Behind(
                row.getInteger("unread"),
                row.getInteger("counted") == MOST,
                Optional.ofNullable(row.getLong("up_to")).map(Position::new));
    }
}

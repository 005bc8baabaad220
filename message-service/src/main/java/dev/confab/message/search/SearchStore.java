package dev.confab.message.search;

import dev.confab.message.database.Database;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.message.history.BundledMessage;
import dev.confab.message.history.MessageRow;
import dev.confab.message.history.Naming;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What searches need to know at the moment of asking. */
@ApplicationScoped
class SearchStore {
    /** Of the user: rooms that they are in, are not banned from and that are there; conversations. */
    private static final String READABLE = """
            select a.stream_id, r.name, null as other
              from room_member a
              join room r on r.stream_id = a.stream_id and r.gone = false
              join stream s on s.id = a.stream_id and s.stream_key is not null
             where a.user_key = ?
               and not exists (select 1 from ban b where b.stream_id = a.stream_id and b.user_key = a.user_key
                                and (b.until_at is null or b.until_at > ?))
            union all
            select c.stream_id, null, c.other from conversation_member c where c.user_key = ?
            """;

    private final Database database;

    SearchStore(Database database) {
        this.database = database;
    }

    /** By stream: what the user may read, and how it is called. Rooms of which they are a member, and conversations. */
    Uni<Map<Integer, Naming>> readable(Username user) {
        return database.run(READABLE, user.key(), Instant.now().toEpochMilli(), user.key())
                .map(rows -> {
                    Map<Integer, Naming> streams = new HashMap<>();
                    rows.forEach(row -> streams.put(row.getInteger("stream_id"), naming(user, row)));
                    return streams;
                });
    }

    private static Naming naming(Username user, Row row) {
        String room = row.getString("name");
        return room == null
                ? new Naming.OfTwo(user, new Username(row.getString("other")))
                : new Naming.OfRoom(new RoomName(room));
    }

    /** Where the pinned messages of these streams stand. */
    Uni<List<IndexPlace>> pinned(Collection<Integer> streams) {
        return streams.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.run(
                                "select stream_id, epoch, position from pin where stream_id in ("
                                        + Sql.marks(streams.size()) + ")",
                                List.copyOf(streams))
                        .map(rows -> rows.stream().map(IndexedRow::place).toList());
    }

    /** Those of the messages that are still there and that the user may still read. */
    Uni<Map<IndexPlace, BundledMessage>> messages(Collection<IndexPlace> places, Username user) {
        if (places.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Object> parameters =
                new ArrayList<>(List.of(user.key(), Instant.now().toEpochMilli(), user.key()));
        return Rows.selectPadded(
                        database,
                        "select m.stream_id, " + MessageRow.BUNDLED + " from message m join (" + READABLE
                                + ") readable on readable.stream_id = m.stream_id" + MessageRow.AROUND
                                + " where m.deleted_at is null and (m.stream_id, m.epoch, m.position) in ",
                        parameters,
                        keys(places),
                        "")
                .map(rows -> {
                    Map<IndexPlace, BundledMessage> found = new HashMap<>();
                    rows.forEach(row -> found.put(IndexedRow.place(row), MessageRow.readBundled(row)));
                    return found;
                });
    }

    static List<List<?>> keys(Collection<IndexPlace> places) {
        List<List<?>> keys = new ArrayList<>();
        places.forEach(place -> keys.add(List.of(
                place.stream(),
                place.position().epoch(),
                place.position().position().value())));
        return keys;
    }
}

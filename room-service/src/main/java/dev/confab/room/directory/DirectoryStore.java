package dev.confab.room.directory;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.protocol.Visible;
import dev.confab.room.paging.Cursor;
import dev.confab.room.registry.Member;
import dev.confab.room.registry.Room;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The SQL of lists. Each is one range of an index, in its order. Every method needs an open session. */
@ApplicationScoped
class DirectoryStore {
    /** A room, and whether the one who asks is a member. */
    record Listed(Room room, boolean joined) {}

    /** Somebody in a room. */
    record ListedMember(Member member, boolean moderator) {}

    /** Which rooms, and for whom. */
    record Search(String part, Username asking, boolean joinedOnly) {}

    /** Main first, then by key: those after the cursor, up to one more than its limit. */
    Uni<List<Listed>> rooms(Search search, Cursor cursor) {
        String after = Place.keyAfter(cursor);
        Uni<List<Listed>> first = cursor.isAtStart()
                ? list(search, "r.nameKey = :key", RoomName.MAIN.key(), 1)
                : Uni.createFrom().item(List.of());
        String range = "r.nameKey > :key and r.nameKey <> '" + RoomName.MAIN.key() + "'";
        return first.chain(main -> list(search, range, after, cursor.limit() + 1 - main.size())
                .map(others -> Stream.concat(main.stream(), others.stream()).toList()));
    }

    private static Uni<List<Listed>> list(Search search, String range, String key, int limit) {
        String query = """
                select r, m.id from Room r %s join Member m on m.roomId = r.id and m.userKey = :user
                where (locate(:part, r.nameKey) > 0 or locate(:folded, r.folded) > 0) and %s order by r.nameKey""".formatted(search.joinedOnly() ? "inner" : "left", range);
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, Object[].class)
                        .setParameter("user", search.asking().key())
                        .setParameter("part", RoomName.fold(search.part()))
                        .setParameter("folded", Visible.fold(search.part()))
                        .setParameter("key", key)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Listed((Room) row[0], row[1] != null))
                        .toList());
    }

    /** Members of the room by username. */
    Uni<List<ListedMember>> members(Room room, Cursor cursor) {
        return members(room, "m.userKey > :key", cursor.afterKey(), cursor.limit() + 1);
    }

    /** Those of the users who are members of the room, by username. */
    Uni<List<ListedMember>> members(Room room, List<String> userKeys) {
        return members(room, "m.userKey in :key", userKeys, userKeys.size());
    }

    /** Those who moderate the room, by username; its owner is none of them. */
    Uni<List<ListedMember>> moderators(Room room, Cursor cursor) {
        String query = """
                select m, p from Moderator p
                join Member m on m.roomId = p.roomId and m.userKey = p.userKey
                where p.roomId = :room and p.userKey > :key order by p.userKey""";
        return listed(room, query, cursor.afterKey(), cursor.limit() + 1);
    }

    private static Uni<List<ListedMember>> members(Room room, String range, Object key, int limit) {
        String query = """
                select m, p from Member m
                left join Moderator p on p.roomId = m.roomId and p.userKey = m.userKey
                where m.roomId = :room and %s order by m.userKey""".formatted(range);
        return listed(room, query, key, limit);
    }

    private static Uni<List<ListedMember>> listed(Room room, String query, Object key, int limit) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, Object[].class)
                        .setParameter("room", room.id())
                        .setParameter("key", key)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new ListedMember((Member) row[0], row[1] != null))
                        .toList());
    }
}

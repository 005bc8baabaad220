package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.message.projection.DecisionChanges.Owner;
import dev.confab.protocol.Decision;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Writes what events change, each kind of row by itself. */
@ApplicationScoped
class ChangesStore {
    static final String OWNER = "owner";
    static final String MODERATOR = "moderator";

    private final ContentStore content;
    private final RelationStore relations;

    ChangesStore(ContentStore content, RelationStore relations) {
        this.content = content;
        this.relations = relations;
    }

    Uni<Void> write(Sql sql, int epoch, StreamIds streams, Changes changes) {
        DecisionChanges decisions = changes.decisions();
        return relations
                .insertTimeline(sql, epoch, streams, changes.timeline())
                .chain(() -> content.write(sql, epoch, streams, changes.content()))
                .chain(() -> relations.write(sql, streams, changes.content()))
                .chain(() -> changeMembers(sql, epoch, streams, decisions))
                .chain(() -> changeBans(sql, epoch, streams, decisions))
                .chain(() -> changeRoles(sql, epoch, streams, decisions))
                .chain(() -> describeRooms(sql, streams, decisions));
    }

    private static Uni<Void> changeMembers(Sql sql, int epoch, StreamIds streams, DecisionChanges changes) {
        List<List<?>> joining = changes.joining().entrySet().stream()
                .<List<?>>map(entry -> placed(epoch, streams, entry.getKey(), entry.getValue()))
                .toList();
        return Rows.delete(
                        sql,
                        "delete from room_member where (stream_id, user_key) in ",
                        keys(streams, changes.leaving()))
                .chain(() -> Rows.insert(
                        sql,
                        "insert into room_member (stream_id, user_key, read_epoch, read_position) values ",
                        joining,
                        " on duplicate key update read_epoch = read_epoch"));
    }

    private static Uni<Void> changeBans(Sql sql, int epoch, StreamIds streams, DecisionChanges changes) {
        List<List<?>> bans = changes.bans().stream()
                .<List<?>>map(ban -> Arrays.asList(
                        streams.id(ban.who().stream()),
                        ban.who().user().key(),
                        epoch,
                        ban.from().value(),
                        ban.until().map(Instant::toEpochMilli).orElse(null)))
                .toList();
        List<List<?>> departures = changes.departures().entrySet().stream()
                .<List<?>>map(entry -> placed(epoch, streams, entry.getKey(), entry.getValue()))
                .toList();
        return Rows.delete(sql, "delete from ban where (stream_id, user_key) in ", keys(streams, changes.pardoned()))
                .chain(() -> Rows.insert(
                        sql, "insert into ban (stream_id, user_key, epoch, position, until_at) values ", bans, ""))
                .chain(() -> Rows.insert(
                        sql,
                        "insert into departure (stream_id, user_key, epoch, position) values ",
                        departures,
                        " on duplicate key update epoch = values(epoch), position = values(position)"));
    }

    private static Uni<Void> changeRoles(Sql sql, int epoch, StreamIds streams, DecisionChanges changes) {
        List<List<?>> dismissed = changes.dismissed().stream()
                .<List<?>>map(who ->
                        List.of(streams.id(who.stream()), MODERATOR, who.user().key()))
                .toList();
        List<List<?>> owned = changes.owners().keySet().stream()
                .<List<?>>map(room -> List.of(streams.id(room), OWNER))
                .toList();
        Stream<List<?>> appointed = changes.appointed().entrySet().stream()
                .map(entry -> role(epoch, streams, MODERATOR, entry.getKey(), entry.getValue()));
        Stream<List<?>> owners = changes.owners().entrySet().stream().map(entry -> {
            Owner owner = entry.getValue();
            return role(epoch, streams, OWNER, new StreamUser(entry.getKey(), owner.user()), owner.from());
        });
        return Rows.delete(sql, "delete from room_role where (stream_id, role, user_key) in ", dismissed)
                .chain(() -> Rows.delete(sql, "delete from room_role where (stream_id, role) in ", owned))
                .chain(() -> Rows.insert(
                        sql,
                        "insert into room_role (stream_id, role, user_key, epoch, position) values ",
                        Stream.concat(appointed, owners).toList(),
                        " on duplicate key update epoch = room_role.epoch"));
    }

    private static List<?> role(int epoch, StreamIds streams, String role, StreamUser who, Position from) {
        return List.of(streams.id(who.stream()), role, who.user().key(), epoch, from.value());
    }

    private static Uni<Void> describeRooms(Sql sql, StreamIds streams, DecisionChanges changes) {
        List<List<?>> rooms = changes.rooms().entrySet().stream()
                .<List<?>>map(entry -> List.of(
                        streams.id(entry.getKey()),
                        entry.getValue().name().value(),
                        entry.getValue().hasPassword(),
                        false))
                .toList();
        return Rows.insert(
                sql,
                "insert into room (stream_id, name, has_password, gone) values ",
                rooms,
                " on duplicate key update name = values(name), has_password = values(has_password), gone = false");
    }

    /**
     * The key of the room goes over to a new, empty stream. What was of the old one is out of reach at once, and {@link
     * SweepStore} takes it away bit by bit. The same deletion again (it may be relayed twice) changes nothing.
     */
    Uni<Void> deleteRoom(Sql sql, Run run) {
        LoggedEvent logged = run.events().getFirst();
        Decision.RoomChanged deleted = (Decision.RoomChanged) logged.event();
        String key = logged.event().stream().value();
        return sql.run(
                        "select r.stream_id from stream s join room r on r.stream_id = s.id"
                                + " where s.stream_key = ? and r.deletion = ?",
                        key,
                        Ids.binary(deleted.id()))
                .chain(same -> same.size() > 0
                        ? Uni.createFrom().voidItem()
                        : sql.run("update stream set stream_key = null where stream_key = ?", key)
                                .chain(() -> sql.run("insert into stream (stream_key) values (?)", key))
                                .chain(() -> markGone(sql, run, deleted)));
    }

    private static Uni<Void> markGone(Sql sql, Run run, Decision.RoomChanged deleted) {
        return sql.run(
                        "insert into room (stream_id, name, has_password, gone, deletion, deleted_epoch, deleted_position)"
                                + " select id, ?, ?, true, ?, ?, ? from stream where stream_key = ?",
                        deleted.room().value(),
                        deleted.hasPassword(),
                        Ids.binary(deleted.id()),
                        run.epoch(),
                        run.events().getFirst().position().value(),
                        deleted.stream().value())
                .replaceWithVoid();
    }

    private static List<?> placed(int epoch, StreamIds streams, StreamUser who, Position position) {
        return List.of(streams.id(who.stream()), who.user().key(), epoch, position.value());
    }

    private static List<List<?>> keys(StreamIds streams, Collection<StreamUser> users) {
        return users.stream()
                .<List<?>>map(
                        who -> List.of(streams.id(who.stream()), who.user().key()))
                .toList();
    }
}

package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Sql;
import dev.confab.message.projection.Changes.Talk;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Writes what events change, each kind of row by itself. */
@ApplicationScoped
class ChangesStore {

    Uni<Void> write(Sql sql, int epoch, StreamIds streams, Changes changes) {
        return insertMessages(sql, epoch, streams, changes)
                .chain(() -> insertNotices(sql, epoch, streams, changes))
                .chain(() -> touchConversations(sql, epoch, streams, changes))
                .chain(() -> changeMembers(sql, epoch, streams, changes))
                .chain(() -> changeBans(sql, epoch, streams, changes))
                .chain(() -> describeRooms(sql, streams, changes));
    }

    private static Uni<Void> insertMessages(Sql sql, int epoch, StreamIds streams, Changes changes) {
        List<List<?>> rows = changes.messages().stream()
                .<List<?>>map(message -> List.of(
                        streams.id(message.stream()),
                        epoch,
                        message.position().value(),
                        message.at().toEpochMilli(),
                        Ids.binary(message.id()),
                        message.from().value(),
                        message.text().value()))
                .toList();
        return Rows.insert(
                sql,
                "insert into message (stream_id, epoch, position, appended_at, id, author, body) values ",
                rows,
                "");
    }

    private static Uni<Void> insertNotices(Sql sql, int epoch, StreamIds streams, Changes changes) {
        List<List<?>> rows = changes.notices().stream()
                .<List<?>>map(notice -> List.of(
                        streams.id(notice.stream()),
                        epoch,
                        notice.position().value(),
                        notice.at().toEpochMilli(),
                        Json.text(notice.event())))
                .toList();
        return Rows.insert(
                sql,
                "insert into notice (stream_id, epoch, position, appended_at, event) values ",
                rows,
                " on duplicate key update epoch = epoch");
    }

    private static Uni<Void> touchConversations(Sql sql, int epoch, StreamIds streams, Changes changes) {
        List<List<?>> rows = changes.conversations().entrySet().stream()
                .<List<?>>map(entry -> conversation(epoch, streams, entry.getKey(), entry.getValue()))
                .toList();
        return Rows.insert(
                sql,
                "insert into conversation_member (user_key, stream_id, other, last_epoch, last_position, last_at,"
                        + " read_epoch, read_position) values ",
                rows,
                " on duplicate key update last_epoch = values(last_epoch), last_position = values(last_position),"
                        + " last_at = values(last_at)");
    }

    private static List<?> conversation(int epoch, StreamIds streams, StreamUser who, Talk talk) {
        return List.of(
                who.user().key(),
                streams.id(who.stream()),
                talk.other().value(),
                epoch,
                talk.last().value(),
                talk.at().toEpochMilli(),
                epoch,
                talk.first().value() - 1);
    }

    private static Uni<Void> changeMembers(Sql sql, int epoch, StreamIds streams, Changes changes) {
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

    private static Uni<Void> changeBans(Sql sql, int epoch, StreamIds streams, Changes changes) {
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

    private static Uni<Void> describeRooms(Sql sql, StreamIds streams, Changes changes) {
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
        RoomEvent.RoomChanged deleted = (RoomEvent.RoomChanged) logged.event();
        String key = logged.stream().value();
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

    private static Uni<Void> markGone(Sql sql, Run run, RoomEvent.RoomChanged deleted) {
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

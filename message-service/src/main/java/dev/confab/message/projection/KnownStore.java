package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Sql;
import dev.confab.message.projection.Known.Authored;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Fences;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what was projected before some runs. */
@ApplicationScoped
class KnownStore {

    /** The short names of all their streams; new ones are made. */
    Uni<StreamIds> streams(Sql sql, List<LoggedEvent> events) {
        Set<StreamKey> keys = events.stream().map(LoggedEvent::stream).collect(Collectors.toSet());
        return find(sql, keys).chain(found -> {
            List<List<?>> missing = keys.stream()
                    .filter(key -> !found.contains(key))
                    .<List<?>>map(key -> List.of(key.value()))
                    .toList();
            return missing.isEmpty()
                    ? Uni.createFrom().item(found)
                    : Rows.insert(sql, "insert into stream (stream_key) values ", missing, "")
                            .chain(() -> find(sql, keys));
        });
    }

    private static Uni<StreamIds> find(Sql sql, Set<StreamKey> keys) {
        List<String> values = keys.stream().map(StreamKey::value).toList();
        return sql.run(
                        "select id, stream_key from stream where stream_key in (" + Sql.marks(values.size()) + ")",
                        values)
                .map(rows -> StreamIds.of(rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getInteger("id"), row -> new StreamKey(row.getString("stream_key"))))));
    }

    /**
     * What decides about the events of the runs.
     *
     * @param runs of one epoch and of different partitions
     * @param withRepeats whether to look for messages that are there already; none are known otherwise
     */
    Uni<Known> before(Sql sql, List<Run> runs, StreamIds streams, boolean withRepeats) {
        Uni<Set<Authored>> repeats =
                withRepeats ? repeated(sql, runs, streams) : Uni.createFrom().item(Set.of());
        return fences(sql, runs, streams)
                .chain(fences -> gone(sql, streams).chain(gone -> repeats.map(ids -> new Known(fences, gone, ids))));
    }

    private static Uni<Map<StreamKey, Fences>> fences(Sql sql, List<Run> runs, StreamIds streams) {
        return bans(sql, runs.getFirst().epoch(), streams)
                .chain(bans -> departures(sql, runs, streams).map(departures -> fences(bans, departures)));
    }

    private static Map<StreamKey, Fences> fences(
            Map<StreamKey, List<BanInterval>> bans, Map<StreamKey, Map<Username, Position>> departures) {
        return Stream.concat(bans.keySet().stream(), departures.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        room -> Fences.of(
                                bans.getOrDefault(room, List.of()),
                                departures.getOrDefault(room, Map.of()),
                                Position.NONE)));
    }

    /** Of those who wrote something for which they were judged before the run. */
    private static Uni<Map<StreamKey, Map<Username, Position>>> departures(Sql sql, List<Run> runs, StreamIds streams) {
        int epoch = runs.getFirst().epoch();
        List<List<?>> asked = runs.stream()
                .flatMap(KnownStore::judgedBefore)
                .distinct()
                .<List<?>>map(
                        who -> List.of(streams.id(who.stream()), who.user().key(), epoch))
                .toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Rows.select(
                        sql,
                        "select stream_id, user_key, position from departure where (stream_id, user_key, epoch) in ",
                        asked)
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> streams.key(row.getInteger("stream_id")),
                                Collectors.toMap(
                                        row -> new Username(row.getString("user_key")),
                                        row -> new Position(row.getLong("position"))))));
    }

    private static Stream<StreamUser> judgedBefore(Run run) {
        return run.events().stream()
                .filter(logged -> logged.judgedAt().value() + 1 < run.from())
                .flatMap(logged -> logged.event() instanceof RoomEvent.Message message
                        ? Stream.of(new StreamUser(logged.stream(), message.from()))
                        : Stream.empty());
    }

    private static Uni<Map<StreamKey, List<BanInterval>>> bans(Sql sql, int epoch, StreamIds streams) {
        List<Integer> rooms = streams.rooms();
        if (rooms.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        // bans of an earlier log all begin before this one; of several of one user the longest is to be first
        return sql.run(
                        "select stream_id, user_key, epoch, position, until_at from ban where stream_id in ("
                                + Sql.marks(rooms.size()) + ") order by until_at is null desc, until_at desc",
                        rooms)
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> streams.key(row.getInteger("stream_id")),
                                Collectors.mapping(row -> ban(row, epoch), Collectors.toList()))));
    }

    private static BanInterval ban(Row row, int epoch) {
        boolean ofThisLog = row.getInteger("epoch") == epoch;
        return new BanInterval(
                new Username(row.getString("user_key")),
                ofThisLog ? new Position(row.getLong("position")) : Position.NONE,
                Optional.empty(),
                Optional.ofNullable(row.getLong("until_at")).map(Instant::ofEpochMilli));
    }

    private static Uni<Set<StreamKey>> gone(Sql sql, StreamIds streams) {
        List<Integer> rooms = streams.rooms();
        if (rooms.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return sql.run(
                        "select stream_id from room where gone and stream_id in (" + Sql.marks(rooms.size()) + ")",
                        rooms)
                .map(rows -> rows.stream()
                        .map(row -> streams.key(row.getInteger("stream_id")))
                        .collect(Collectors.toSet()));
    }

    private static Uni<Set<Authored>> repeated(Sql sql, List<Run> runs, StreamIds streams) {
        List<List<?>> asked = runs.stream()
                .flatMap(run -> run.events().stream())
                .flatMap(KnownStore::authored)
                .<List<?>>map(one -> List.of(
                        streams.id(one.stream()),
                        Ids.binary(one.id()),
                        one.from().value()))
                .toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return Rows.select(sql, "select stream_id, id, author from message where (stream_id, id, author) in ", asked)
                .map(rows -> rows.stream()
                        .map(row -> new Authored(
                                streams.key(row.getInteger("stream_id")),
                                new Username(row.getString("author")),
                                Ids.read(row, "id")))
                        .collect(Collectors.toSet()));
    }

    private static Stream<Authored> authored(LoggedEvent logged) {
        return switch (logged.event()) {
            case RoomEvent.Message message -> one(logged, message.from(), message.id());
            case RoomEvent.Direct direct -> one(logged, direct.from(), direct.id());
            case RoomEvent.InRoom other -> Stream.empty();
        };
    }

    private static Stream<Authored> one(LoggedEvent logged, Username from, MessageId id) {
        return Stream.of(new Authored(logged.stream(), from, id));
    }
}

package dev.confab.message.projection;

import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Content;
import dev.confab.protocol.Fences;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoleInterval;
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
    private final KnownContentStore content;

    KnownStore(KnownContentStore content) {
        this.content = content;
    }

    /** The short names of all their streams; new ones are made. */
    Uni<StreamIds> streams(Sql sql, List<LoggedEvent> events) {
        Set<StreamKey> keys =
                events.stream().map(logged -> logged.event().stream()).collect(Collectors.toSet());
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
                        "select id, stream_key, has_relations from stream where stream_key in ("
                                + Sql.marks(values.size()) + ")",
                        values)
                .map(rows -> StreamIds.of(
                        rows.stream()
                                .collect(Collectors.toMap(
                                        row -> row.getInteger("id"),
                                        row -> new StreamKey(row.getString("stream_key")))),
                        rows.stream()
                                .filter(row -> row.getBoolean("has_relations"))
                                .map(row -> new StreamKey(row.getString("stream_key")))
                                .collect(Collectors.toSet())));
    }

    /**
     * What decides about the events of the runs.
     *
     * @param runs of one epoch and of different partitions
     * @param withRepeats whether to look for messages that are there already; none are known otherwise
     */
    Uni<Known> before(Sql sql, List<Run> runs, StreamIds streams, boolean withRepeats) {
        List<Content> said = runs.stream()
                .flatMap(run -> run.events().stream())
                .flatMap(logged -> logged.event() instanceof Content one ? Stream.of(one) : Stream.empty())
                .toList();
        return DeletionStore.before(sql, runs.getFirst().epoch(), streams)
                .chain(deletions -> fences(sql, runs, streams, said, deletions)
                        .chain(fences -> content.before(sql, said, streams, withRepeats)
                                .map(known -> new Known(fences, deletions.gone(), known))));
    }

    private static Uni<Map<StreamKey, Fences>> fences(
            Sql sql, List<Run> runs, StreamIds streams, List<Content> said, Deletions deletions) {
        int epoch = runs.getFirst().epoch();
        return bans(sql, epoch, streams)
                .chain(bans -> departures(sql, runs, streams)
                        .chain(departures -> roles(sql, epoch, streams, said)
                                .map(roles -> fences(bans, departures, roles, deletions))));
    }

    private static Map<StreamKey, Fences> fences(
            Map<StreamKey, List<BanInterval>> bans,
            Map<StreamKey, Map<Username, Position>> departures,
            Map<StreamKey, List<RoleInterval>> roles,
            Deletions deletions) {
        return Stream.of(bans.keySet(), departures.keySet(), roles.keySet(), deletions.rooms())
                .flatMap(Set::stream)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        room -> Fences.of(
                                bans.getOrDefault(room, List.of()),
                                departures.getOrDefault(room, Map.of()),
                                roles.getOrDefault(room, List.of()),
                                Position.NONE,
                                deletions.at(room))));
    }

    /** Of rooms in which somebody did what only owners and moderators may do. */
    private static Uni<Map<StreamKey, List<RoleInterval>>> roles(
            Sql sql, int epoch, StreamIds streams, List<Content> said) {
        List<Integer> rooms = said.stream()
                .filter(Content::isForModerators)
                .map(Content::stream)
                .filter(StreamKey::isRoom)
                .distinct()
                .map(streams::id)
                .toList();
        return rooms.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : sql.run(
                                "select stream_id, role, user_key, epoch, position from room_role where stream_id in ("
                                        + Sql.marks(rooms.size()) + ")",
                                rooms)
                        .map(rows -> rows.stream()
                                .collect(Collectors.groupingBy(
                                        row -> streams.key(row.getInteger("stream_id")),
                                        Collectors.mapping(row -> role(row, epoch), Collectors.toList()))));
    }

    private static RoleInterval role(Row row, int epoch) {
        return new RoleInterval(
                new Username(row.getString("user_key")),
                row.getString("role").equals(ChangesStore.OWNER) ? Role.OWNER : Role.MODERATOR,
                from(row, epoch),
                Optional.empty());
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
                .filter(logged -> logged.authorizedAt().value() + 1 < run.from())
                .flatMap(logged -> logged.event() instanceof Content message
                        ? Stream.of(new StreamUser(logged.event().stream(), message.from()))
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
        return new BanInterval(
                new Username(row.getString("user_key")),
                from(row, epoch),
                Optional.empty(),
                Optional.ofNullable(row.getLong("until_at")).map(Instant::ofEpochMilli));
    }

    private static Position from(Row row, int epoch) {
        return row.getInteger("epoch") == epoch ? new Position(row.getLong("position")) : Position.NONE;
    }
}

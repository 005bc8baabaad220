package dev.confab.message.projection;

import dev.confab.message.database.Database;
import dev.confab.message.database.Sql;
import dev.confab.protocol.LoggedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far each partition is projected, moved together with what is projected. */
@ApplicationScoped
class ProjectionStore {
    private final Database database;
    private final KnownStore known;
    private final ChangesStore changes;
    private final ProjectionConfig config;

    ProjectionStore(Database database, KnownStore known, ChangesStore changes, ProjectionConfig config) {
        this.database = database;
        this.known = known;
        this.changes = changes;
        this.config = config;
    }

    /** Where each partition of the log stands that was ever projected. */
    Uni<Map<Integer, Long>> positions(int epoch) {
        return database.run("select partition_no, next_offset from projection where epoch = ?", epoch)
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getInteger("partition_no"), row -> row.getLong("next_offset"))));
    }

    /** As {@link #positions}, after having made partitions stand at 0 that were never projected. */
    Uni<Map<Integer, Long>> positions(int epoch, Collection<Integer> partitions) {
        String values =
                String.join(", ", partitions.stream().map(p -> "(?, ?, 0)").toList());
        List<Integer> parameters =
                partitions.stream().flatMap(p -> Stream.of(epoch, p)).toList();
        return database.run(
                        "insert into projection (epoch, partition_no, next_offset) values " + values
                                + " on duplicate key update next_offset = next_offset",
                        parameters)
                .chain(() -> positions(epoch));
    }

    /** All of the run and its place, or nothing. Fails with {@link Superseded} if the partition stands elsewhere. */
    Uni<Changes> project(Run run) {
        return project(List.of(run));
    }

    /**
     * The same, of runs of one epoch and of different partitions: a transaction costs as much for one row as for fifty.
     * Fails at once where another replica is at one of these partitions.
     *
     * @param runs no deletion among them if there are several
     */
    Uni<Changes> project(List<Run> runs) {
        return project(runs, Repeats.EXPECTED_NONE)
                .onFailure(Database::isDuplicate)
                .recoverWithUni(() -> project(runs, Repeats.LOOKED_UP));
    }

    private Uni<Changes> project(List<Run> runs, Repeats repeats) {
        return database.transaction(
                config.transactionTimeout(),
                sql -> lock(sql, runs).chain(() -> move(sql, runs)).chain(() -> write(sql, runs, repeats)));
    }

    /**
     * What is done about messages that are in the database already. Looking for them costs as much as inserting, and there
     * are hardly ever any, so it is done only once an insert has come upon one.
     */
    private enum Repeats {
        EXPECTED_NONE,
        LOOKED_UP
    }

    /** None of several is to wait for who is at another. */
    private static Uni<Void> lock(Sql sql, List<Run> runs) {
        return runs.size() == 1
                ? Uni.createFrom().voidItem()
                : sql.run(
                                "select 1 from projection where epoch = ? and partition_no in ("
                                        + Sql.marks(runs.size()) + ") for update nowait",
                                places(runs))
                        .replaceWithVoid();
    }

    /** First of all, so that of two replicas one waits for the other and then finds itself superseded. */
    private static Uni<Void> move(Sql sql, List<Run> runs) {
        String byPartition = "case partition_no" + " when ? then ?".repeat(runs.size()) + " end";
        List<Object> parameters = new ArrayList<>();
        runs.forEach(run -> parameters.addAll(List.of(run.partition(), run.to())));
        parameters.addAll(places(runs));
        runs.forEach(run -> parameters.addAll(List.of(run.partition(), run.from())));
        return sql.run(
                        "update projection set next_offset = " + byPartition + " where epoch = ? and partition_no in ("
                                + Sql.marks(runs.size()) + ") and next_offset = " + byPartition,
                        parameters)
                .invoke(moved -> {
                    if (moved.rowCount() != runs.size()) {
                        throw new Superseded(runs);
                    }
                })
                .replaceWithVoid();
    }

    /** The epoch and the partitions. */
    private static List<Integer> places(List<Run> runs) {
        return Stream.concat(Stream.of(epoch(runs)), runs.stream().map(Run::partition))
                .toList();
    }

    private static int epoch(List<Run> runs) {
        return runs.getFirst().epoch();
    }

    private Uni<Changes> write(Sql sql, List<Run> runs, Repeats repeats) {
        List<LoggedEvent> events =
                runs.stream().flatMap(run -> run.events().stream()).toList();
        if (events.isEmpty()) {
            return Uni.createFrom().item(Changes.NONE);
        }
        if (runs.getFirst().isDeletion()) {
            return changes.deleteRoom(sql, runs.getFirst()).replaceWith(Changes.NONE);
        }
        return known.streams(sql, events)
                .chain(streams -> known.before(sql, runs, streams, repeats == Repeats.LOOKED_UP)
                        .map(before -> Projection.of(epoch(runs), events, before))
                        .call(decided -> changes.write(sql, epoch(runs), streams, decided)));
    }
}

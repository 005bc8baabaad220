package dev.confab.message.projection;

import dev.confab.message.database.Database;
import dev.confab.message.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far each partition is projected, moved together with what is projected. */
@ApplicationScoped
class ProjectionStore {
    private static final Changes NOTHING =
            new Changes(List.of(), List.of(), Map.of(), Set.of(), Map.of(), Set.of(), List.of(), Map.of(), Map.of(), 0);

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
        return project(run, Repeats.EXPECTED_NONE)
                .onFailure(Database::isDuplicate)
                .recoverWithUni(() -> project(run, Repeats.LOOKED_UP));
    }

    private Uni<Changes> project(Run run, Repeats repeats) {
        return database.transaction(
                config.transactionTimeout(), sql -> move(sql, run).chain(() -> write(sql, run, repeats)));
    }

    /**
     * What is done about messages that are in the database already. Looking for them costs as much as inserting, and there
     * are hardly ever any, so it is done only once an insert has come upon one.
     */
    private enum Repeats {
        EXPECTED_NONE,
        LOOKED_UP
    }

    /** First of all, so that of two replicas one waits for the other and then finds itself superseded. */
    private Uni<Void> move(Sql sql, Run run) {
        return sql.run(
                        "update projection set next_offset = ?"
                                + " where epoch = ? and partition_no = ? and next_offset = ?",
                        run.to(),
                        run.epoch(),
                        run.partition(),
                        run.from())
                .invoke(moved -> {
                    if (moved.rowCount() != 1) {
                        throw new Superseded(run);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Changes> write(Sql sql, Run run, Repeats repeats) {
        if (run.events().isEmpty()) {
            return Uni.createFrom().item(NOTHING);
        }
        if (run.isDeletion()) {
            return changes.deleteRoom(sql, run).replaceWith(NOTHING);
        }
        return known.streams(sql, run)
                .chain(streams -> known.before(sql, run, streams, repeats == Repeats.LOOKED_UP)
                        .map(before -> Projection.of(run.events(), before))
                        .call(decided -> changes.write(sql, run.epoch(), streams, decided)));
    }
}

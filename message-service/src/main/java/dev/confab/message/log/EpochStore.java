package dev.confab.message.log;

import dev.confab.message.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The logs that are known. */
@ApplicationScoped
class EpochStore {
    private final Database database;

    EpochStore(Database database) {
        this.database = database;
    }

    /** The number of the log; a log that is new gets the next one. Several replicas may ask at once. */
    Uni<Integer> number(String topicId) {
        return database.run(
                        "insert into log_epoch (seq, topic_id)"
                                + " select coalesce(max(seq), 0) + 1, ? from log_epoch"
                                + " on duplicate key update topic_id = log_epoch.topic_id",
                        topicId)
                .chain(() -> database.run("select seq from log_epoch where topic_id = ?", topicId))
                .map(rows -> first(rows).orElseThrow());
    }

    /** The number of the newest log. */
    Uni<Optional<Integer>> newest() {
        return database.run("select max(seq) from log_epoch").map(EpochStore::first);
    }

    private static Optional<Integer> first(RowSet<Row> rows) {
        return rows.stream().findFirst().map(row -> row.getInteger(0));
    }
}

package dev.confab.message.media;

import dev.confab.message.database.Database;
import dev.confab.message.database.Ids;
import dev.confab.message.database.Sql;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which messages files are in. */
@ApplicationScoped
class AttachedStore {
    /** Most streams that are looked through for one that somebody may read; a file that is in more is in its newest. */
    private static final int MOST_STREAMS = 100;

    private final Database database;

    AttachedStore(Database database) {
        this.database = database;
    }

    /**
     * Where a file is.
     *
     * @param streams in which a message has it that stands
     * @param gone whether a message had it that was deleted
     */
    record Whereabouts(List<StreamKey> streams, boolean gone) {}

    Uni<Whereabouts> find(MediaId media) {
        return database.run(
                        "select s.stream_key, a.gone from attachment a join stream s on s.id = a.stream_id"
                                + " where a.media_id = ? and s.stream_key is not null"
                                + " group by s.stream_key, a.gone order by a.gone, max(a.epoch) desc, max(a.position) desc"
                                + " limit " + MOST_STREAMS,
                        Ids.binary(media))
                .map(AttachedStore::whereabouts);
    }

    private static Whereabouts whereabouts(RowSet<Row> rows) {
        return new Whereabouts(
                rows.stream()
                        .filter(row -> !row.getBoolean("gone"))
                        .map(row -> new StreamKey(row.getString("stream_key")))
                        .toList(),
                rows.stream().anyMatch(row -> row.getBoolean("gone")));
    }

    /** Those of the files that a message has which stands. */
    Uni<Set<MediaId>> referenced(List<MediaId> media) {
        return media.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : database.run(
                                "select distinct a.media_id from attachment a join stream s on s.id = a.stream_id"
                                        + " where a.gone = false and s.stream_key is not null and a.media_id in ("
                                        + Sql.marks(media.size()) + ")",
                                media.stream().map(Ids::binary).toList())
                        .map(rows -> rows.stream()
                                .map(row -> Ids.readMedia(row, "media_id"))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Files that were in deleted messages and are in none that stands. */
    Uni<List<MediaId>> gone(int limit) {
        return database.run(
                        "select distinct a.media_id from attachment a where a.gone = true and not exists"
                                + " (select 1 from attachment b where b.media_id = a.media_id and b.gone = false)"
                                + " limit ?",
                        limit)
                .map(rows ->
                        rows.stream().map(row -> Ids.readMedia(row, "media_id")).toList());
    }

    Uni<Void> forget(List<MediaId> media) {
        return media.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.run(
                                "delete from attachment where gone = true and media_id in (" + Sql.marks(media.size())
                                        + ")",
                                media.stream().map(Ids::binary).toList())
                        .replaceWithVoid();
    }
}

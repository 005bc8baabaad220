package dev.confab.media.file;

import dev.confab.media.database.Database;
import dev.confab.media.database.Database.Sql;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of files. */
@ApplicationScoped
public class MediaStore {
    private final Database database;

    MediaStore(Database database) {
        this.database = database;
    }

    /** @return fails with {@code too_large} if the owner's files would have more bytes than the quota together */
    public Uni<Void> add(StoredFile file, Instant now, long quota) {
        return database.transaction(sql -> take(sql, file, quota).chain(() -> insert(sql, file, now)));
    }

    private static Uni<Void> take(Sql sql, StoredFile file, long quota) {
        String owner = file.owner().key();
        return sql.run(
                        "insert into space (owner, bytes) values (?, ?)"
                                + " on duplicate key update bytes = bytes + values(bytes)",
                        owner,
                        file.described().size())
                .chain(() -> sql.run("select bytes from space where owner = ?", owner))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("bytes") > quota) {
                        throw new ConfabException(
                                ErrorCode.TOO_LARGE,
                                "Your files would have more than " + quota / (1024 * 1024) + " MB together.",
                                "quota");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> insert(Sql sql, StoredFile file, Instant now) {
        Attachment described = file.described();
        return sql.run(
                        "insert into media (id, owner, hash, name, type, size, width, height, orientation, created_at,"
                                + " asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Arrays.asList(
                                binary(described.id()),
                                file.owner().value(),
                                Buffer.buffer(file.hash().bytes()),
                                described.name(),
                                described.type(),
                                described.size(),
                                described.width().orElse(null),
                                described.height().orElse(null),
                                file.orientation(),
                                now.toEpochMilli(),
                                now.toEpochMilli()))
                .replaceWithVoid();
    }

    public Uni<Optional<StoredFile>> find(MediaId id) {
        return database.run(
                        "select id, owner, hash, name, type, size, width, height, orientation from media where id = ?",
                        binary(id))
                .map(rows -> rows.stream().findFirst().map(MediaStore::read));
    }

    /** Those that are older than one time and of which nobody was asked since another, those first that wait longest. */
    public Uni<List<MediaId>> unasked(Instant createdBefore, Instant askedBefore, int limit) {
        return database.run(
                        "select id from media where created_at < ? and asked_at < ? order by asked_at limit ?",
                        createdBefore.toEpochMilli(),
                        askedBefore.toEpochMilli(),
                        limit)
                .map(rows -> rows.stream().map(MediaStore::id).toList());
    }

    public Uni<Void> asked(List<MediaId> media, Instant now) {
        if (media.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> parameters = new ArrayList<>(List.of(now.toEpochMilli()));
        media.forEach(id -> parameters.add(binary(id)));
        return database.run(
                        "update media set asked_at = ? where id in ("
                                + String.join(", ", Collections.nCopies(media.size(), "?")) + ")",
                        parameters)
                .replaceWithVoid();
    }

    /**
     * Takes a file away. Whoever uploads the same content meanwhile waits until this is done, and then brings the content
     * anew: the rows of a hash are locked, and the place where they would be.
     *
     * @param whenLast runs if no other file has its content, before that is settled
     */
    public Uni<Void> remove(MediaId id, java.util.function.Function<Hash, Uni<Void>> whenLast) {
        return find(id).chain(found -> found.map(file -> database.transaction(sql -> remove(sql, file, whenLast)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Uni<Void> remove(Sql sql, StoredFile file, java.util.function.Function<Hash, Uni<Void>> whenLast) {
        return sql.run(
                        "select id from media where hash = ? for update",
                        Buffer.buffer(file.hash().bytes()))
                .chain(same -> sql.run(
                                "delete from media where id = ?",
                                binary(file.described().id()))
                        .chain(deleted -> deleted.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : give(sql, file)
                                        .chain(() -> same.size() > 1
                                                ? Uni.createFrom().voidItem()
                                                : whenLast.apply(file.hash()))));
    }

    private static Uni<Void> give(Sql sql, StoredFile file) {
        return sql.run(
                        "update space set bytes = greatest(0, bytes - ?) where owner = ?",
                        file.described().size(),
                        file.owner().key())
                .replaceWithVoid();
    }

    private static StoredFile read(Row row) {
        return new StoredFile(
                new Username(row.getString("owner")),
                Hash.of(row.get(Buffer.class, "hash").getBytes()),
                new Attachment(
                        id(row),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        Optional.ofNullable(row.getInteger("width")),
                        Optional.ofNullable(row.getInteger("height")),
                        Optional.empty(),
                        Optional.empty()),
                row.getInteger("orientation"));
    }

    private static MediaId id(Row row) {
        Buffer bytes = row.get(Buffer.class, "id");
        return new MediaId(new UUID(bytes.getLong(0), bytes.getLong(8)));
    }

    private static Buffer binary(MediaId id) {
        return Buffer.buffer(16)
                .appendLong(id.value().getMostSignificantBits())
                .appendLong(id.value().getLeastSignificantBits());
    }
}

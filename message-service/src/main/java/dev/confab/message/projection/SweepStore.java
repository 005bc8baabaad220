package dev.confab.message.projection;

import dev.confab.message.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Takes away what deleted rooms have left behind, a bit at a time so that no transaction grows with the room. */
@ApplicationScoped
class SweepStore {
    private static final int BIT = 1_000;
    private static final List<String> TABLES = List.of(
            "message",
            "attachment",
            "notice",
            "reaction",
            "revision",
            "pin",
            "mention",
            "thread_answer",
            "thread_person",
            "thread",
            "room_role",
            "room_member",
            "ban",
            "departure",
            "room");

    private final Database database;

    SweepStore(Database database) {
        this.database = database;
    }

    /** Whether there may be more. */
    Uni<Boolean> sweep() {
        return database.run("select id from stream where stream_key is null limit 1")
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : sweep(rows.iterator().next().getInteger("id")).replaceWith(true));
    }

    private Uni<Void> sweep(int stream) {
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(
                        table -> database.run("delete from " + table + " where stream_id = ? limit " + BIT, stream))
                .collect()
                .with(Collectors.summingInt(deleted -> deleted.rowCount()))
                .chain(rows -> rows > 0
                        ? Uni.createFrom().voidItem()
                        : database.run("delete from stream where id = ?", stream)
                                .replaceWithVoid());
    }
}

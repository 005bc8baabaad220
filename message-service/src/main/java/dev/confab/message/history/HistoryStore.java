package dev.confab.message.history;

import dev.confab.message.database.Database;
import dev.confab.message.database.Ids;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages of a stream. Each statement reads ranges of one index, in its order. */
@ApplicationScoped
class HistoryStore {
    private static final String SHOWN = "select " + MessageRow.BUNDLED + " from message m force index (message_shown)"
            + MessageRow.AROUND + " where m.stream_id = ? and m.shown = true";

    private static final String ANSWERS = "select " + MessageRow.BUNDLED + " from thread_answer a"
            + " straight_join message m on m.stream_id = a.stream_id and m.epoch = a.epoch and m.position = a.position"
            + MessageRow.AROUND + " where a.stream_id = ? and a.root_id = ? and a.root_author = ?";

    private static final String ONE = "select " + MessageRow.BUNDLED + " from message m" + MessageRow.AROUND
            + " where m.stream_id = ? and m.id = ? and m.author = ?";

    private static final String PINNED = "select " + MessageRow.BUNDLED + " from pin k"
            + " straight_join message m on m.stream_id = k.stream_id and m.epoch = k.epoch and m.position = k.position"
            + MessageRow.AROUND
            + " where k.stream_id = ? order by k.pinned_epoch desc, k.pinned_position desc limit ?";

    private final Database database;

    HistoryStore(Database database) {
        this.database = database;
    }

    /** What is shown in the stream itself: not the answers in threads, unless their authors wanted so. */
    Messages shown(int stream) {
        return new IndexedRows(database, SHOWN, "m", List.of(stream));
    }

    /** What was written in the thread of that message. */
    Messages answers(int stream, MessageRef root) {
        return new IndexedRows(
                database,
                ANSWERS,
                "a",
                List.of(stream, Ids.binary(root.id()), root.author().value()));
    }

    Uni<Optional<BundledMessage>> one(int stream, MessageRef ref) {
        return database.run(ONE, stream, Ids.binary(ref.id()), ref.author().value())
                .map(rows -> rows.stream().findFirst().map(MessageRow::readBundled));
    }

    /** Of what is shown in the stream itself, the first that was written then or later. */
    Uni<Optional<LogPosition>> firstSince(int stream, Instant time) {
        return database.run(
                        "select epoch, position from message force index (message_shown_since)"
                                + " where stream_id = ? and shown = true and appended_at >= ?"
                                + " order by appended_at, epoch, position limit 1",
                        stream,
                        time.plusNanos(999_999).toEpochMilli())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LogPosition(row.getInteger("epoch"), new Position(row.getLong("position")))));
    }

    /** What is pinned in the stream, in threads or not, the newest pin first. */
    Uni<List<BundledMessage>> pinned(int stream) {
        return database.run(PINNED, stream, Content.Pinned.MAX_PINS)
                .map(rows -> rows.stream().map(MessageRow::readBundled).toList());
    }

    /** Those that stand after one position and up to another of the same log, oldest first, in threads or not. */
    Uni<List<StoredMessage>> between(int stream, LogPosition after, Position upTo, int limit) {
        return database.run(
                        "select " + MessageRow.COLUMNS + " from message m where m.stream_id = ?"
                                + " and epoch = ? and position > ? and position <= ? order by epoch, position limit ?",
                        stream,
                        after.epoch(),
                        after.position().value(),
                        upTo.value(),
                        limit)
                .map(rows -> rows.stream().map(MessageRow::read).toList());
    }
}

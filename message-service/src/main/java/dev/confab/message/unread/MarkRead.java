package dev.confab.message.unread;

import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.log.LogPosition;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.function.Function;

/** Takes note of how far somebody has read. A marker never moves back, nor beyond the end of the log. */
@ApplicationScoped
class MarkRead {
    private final UnreadStore store;
    private final Epochs epochs;
    private final LogEnds logEnds;
    private final AwaitProjection projection;

    MarkRead(UnreadStore store, Epochs epochs, LogEnds logEnds, AwaitProjection projection) {
        this.store = store;
        this.epochs = epochs;
        this.logEnds = logEnds;
        this.projection = projection;
    }

    Uni<Void> inRoom(Username user, RoomName room, Position position) {
        StreamKey stream = StreamKey.of(room);
        return mark(stream, position, read -> store.readRoom(user, stream, read))
                .invoke(marked -> orRefuse(marked, ErrorCode.NOT_JOINED, "Join the room first."))
                .replaceWithVoid();
    }

    Uni<Void> inConversation(Username user, Username other, Position position) {
        StreamKey stream = StreamKey.of(Conversation.between(user, other));
        return mark(stream, position, read -> store.readDirect(user, stream, read))
                .invoke(marked -> orRefuse(marked, ErrorCode.NOT_FOUND, "There is no conversation with " + other + "."))
                .replaceWithVoid();
    }

    /** Looks again once the projection is current, if there is no marker to move: it may be on its way. */
    private Uni<Boolean> mark(StreamKey stream, Position position, Function<LogPosition, Uni<Boolean>> move) {
        int partition = logEnds.partition(stream);
        return logEnds.end(partition)
                .chain(end -> epochs.current()
                        .map(epoch -> new LogPosition(epoch, within(position, end)))
                        .chain(read -> move.apply(read)
                                .chain(moved -> moved || end.isEmpty()
                                        ? Uni.createFrom().item(moved)
                                        : projection
                                                .until(partition, end.getAsLong())
                                                .chain(() -> move.apply(read)))));
    }

    private static Position within(Position position, OptionalLong end) {
        return end.isPresent() && position.value() >= end.getAsLong() ? new Position(end.getAsLong() - 1) : position;
    }

    private static void orRefuse(boolean marked, ErrorCode code, String detail) {
        if (!marked) {
            throw new ConfabException(code, detail);
        }
    }
}

package dev.confab.message.history;

import dev.confab.message.access.RoomAccess;
import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.log.LogPosition;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what a client has missed of a room, for the gateway that it came back to. */
@ApplicationScoped
class ReadEvents {
    private final HistoryStore store;
    private final Epochs epochs;
    private final LogEnds logEnds;
    private final AwaitProjection projection;

    ReadEvents(HistoryStore store, Epochs epochs, LogEnds logEnds, AwaitProjection projection) {
        this.store = store;
        this.epochs = epochs;
        this.logEnds = logEnds;
        this.projection = projection;
    }

    /**
     * What was missed.
     *
     * @param events as they are sent live, in order
     * @param complete whether these are all up to the position that was asked for
     * @param through up to where these are all; if not complete, ask again from here
     */
    record Missed(List<RoomMessage> events, boolean complete, Position through) {

        /** @param found one more than the limit if there are more */
        static Missed of(List<RoomMessage> found, Position upTo, int limit) {
            List<RoomMessage> events = found.stream().limit(limit).toList();
            boolean complete = found.size() <= limit;
            return new Missed(
                    events, complete, complete ? upTo : events.getLast().position());
        }
    }

    /** Those after one position and up to another. Fails as unavailable if that far is not projected soon. */
    Uni<Missed> read(Uni<RoomAccess.Open> access, StreamKey key, Position after, Position upTo, int limit) {
        return projection
                .until(logEnds.partition(key), upTo.value() + 1)
                .chain(() -> access)
                .chain(room -> messages(room, after, upTo, limit + 1)
                        .map(found -> found.stream()
                                .map(stored -> RoomMessage.of(room.name(), stored))
                                .toList()))
                .map(found -> Missed.of(found, upTo, limit));
    }

    private Uni<List<StoredMessage>> messages(RoomAccess.Open room, Position after, Position upTo, int limit) {
        return room.stream()
                .map(stream -> epochs.current()
                        .chain(epoch -> store.between(stream, new LogPosition(epoch, after), upTo, limit)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }
}

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
     * @param frames in order, as they are sent live
     * @param complete whether these are all up to the position that was asked for; if not, ask again after the last
     * @param through the last position that is projected; may be beyond what was asked for
     */
    record Missed(List<RoomMessage> frames, boolean complete, Position through) {}

    /** Those after one position and up to another. Fails as unavailable if that far is not projected soon. */
    Uni<Missed> read(Uni<RoomAccess.Open> access, StreamKey key, Position after, Position upTo, int limit) {
        int partition = logEnds.partition(key);
        return projection
                .until(partition, upTo.value() + 1)
                .chain(() -> access)
                .chain(room -> messages(room, after, upTo, limit + 1).map(found -> {
                    List<RoomMessage> frames = found.stream()
                            .limit(limit)
                            .map(stored -> RoomMessage.of(room.name(), stored))
                            .toList();
                    Position through = new Position(projection.reached(partition) - 1);
                    return new Missed(frames, found.size() <= limit, through);
                }));
    }

    private Uni<List<StoredMessage>> messages(RoomAccess.Open room, Position after, Position upTo, int limit) {
        return room.stream()
                .map(stream -> epochs.current()
                        .chain(epoch -> store.between(stream, new LogPosition(epoch, after), upTo, limit)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }
}

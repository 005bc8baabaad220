package dev.confab.message.history;

import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.log.LogPosition;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a client has missed of a stream, for the gateway that it came back to. */
@ApplicationScoped
public class ReadEvents {
    private final HistoryStore messages;
    private final TimelineStore timeline;
    private final Epochs epochs;
    private final LogEnds logEnds;
    private final AwaitProjection projection;

    ReadEvents(
            HistoryStore messages, TimelineStore timeline, Epochs epochs, LogEnds logEnds, AwaitProjection projection) {
        this.messages = messages;
        this.timeline = timeline;
        this.epochs = epochs;
        this.logEnds = logEnds;
        this.projection = projection;
    }

    /**
     * What was missed.
     *
     * @param events in order
     * @param complete whether these are all up to the position that was asked for
     * @param through up to where these are all; if not complete, ask again from here
     */
    public record Missed(List<MissedEvent> events, boolean complete, Position through) {

        /** @param found one more than the limit if there are more */
        static Missed of(List<MissedEvent> found, Position upTo, int limit) {
            List<MissedEvent> events = found.stream().limit(limit).toList();
            boolean complete = found.size() <= limit;
            return new Missed(
                    events, complete, complete ? upTo : events.getLast().position());
        }
    }

    /**
     * Those after one position and up to another. Fails as unavailable if that far is not projected soon, and as not found
     * if they begin with those of a deleted room of the same name.
     */
    public Uni<Missed> read(Uni<OpenStream> access, StreamKey key, EventsRequest request) {
        Position upTo = request.upTo();
        Position after = request.after();
        int limit = request.limit();
        return projection
                .until(logEnds.partition(key), upTo.value() + 1)
                .chain(() -> access)
                .chain(stream -> events(stream, after, upTo, limit + 1))
                .map(found -> Missed.of(found, upTo, limit));
    }

    private Uni<List<MissedEvent>> events(OpenStream stream, Position after, Position upTo, int limit) {
        return stream.id()
                .map(id -> epochs.current()
                        .map(epoch -> new LogPosition(epoch, after))
                        .invoke(from -> requireOfThisOne(stream, from))
                        .chain(from -> Uni.combine()
                                .all()
                                .unis(messages.between(id, from, upTo, limit), timeline.between(id, from, upTo, limit))
                                .with((said, told) -> merged(stream.naming(), said, told, limit))))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private static void requireOfThisOne(OpenStream stream, LogPosition from) {
        if (stream.deleted().filter(deletion -> deletion.isAfter(from)).isPresent()) {
            throw new ConfabException(ErrorCode.NOT_FOUND, "There is another room of this name now.");
        }
    }

    /** The first of all. */
    private static List<MissedEvent> merged(
            Naming naming, List<StoredMessage> said, List<MissedEvent> told, int limit) {
        Stream<MissedEvent> messages = said.stream().map(stored -> MissedEvent.of(naming, stored));
        return Stream.concat(messages, told.stream())
                .sorted(Comparator.comparing(MissedEvent::position))
                .limit(limit)
                .toList();
    }
}

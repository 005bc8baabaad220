package dev.confab.message.history;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads one message, deleted or not, in a thread or not. */
@ApplicationScoped
public class ReadMessage {
    private final OpenUpToNow streams;
    private final HistoryStore store;
    private final BundleReactions reactions;

    ReadMessage(OpenUpToNow streams, HistoryStore store, BundleReactions reactions) {
        this.streams = streams;
        this.store = store;
        this.reactions = reactions;
    }

    /** A message and where it is. */
    public record InStream(int stream, Naming naming, BundledMessage message) {}

    /** As in history; fails as not found. */
    public Uni<HistoryMessage> read(Visit visit, MessageRef ref) {
        return find(visit, ref)
                .chain(found -> reactions
                        .into(found.stream(), found.naming(), List.of(found.message()), visit.reader())
                        .map(List::getFirst));
    }

    /** With where it is; fails as not found. */
    public Uni<InStream> find(Visit visit, MessageRef ref) {
        return streams.open(visit)
                .chain(stream -> stream.id()
                        .map(id -> require(id, ref).map(found -> new InStream(id, stream.naming(), found)))
                        .orElseGet(() -> Uni.createFrom().failure(missing())));
    }

    private Uni<BundledMessage> require(int stream, MessageRef ref) {
        return store.one(stream, ref).map(found -> found.orElseThrow(ReadMessage::missing));
    }

    static ConfabException missing() {
        return new ConfabException(ErrorCode.NOT_FOUND, "There is no such message here.");
    }
}

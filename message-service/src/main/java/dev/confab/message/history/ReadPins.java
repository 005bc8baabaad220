package dev.confab.message.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what is pinned in a stream. */
@ApplicationScoped
public class ReadPins {
    private final OpenUpToNow streams;
    private final HistoryStore store;
    private final BundleReactions reactions;

    ReadPins(OpenUpToNow streams, HistoryStore store, BundleReactions reactions) {
        this.streams = streams;
        this.store = store;
        this.reactions = reactions;
    }

    /** The pinned messages, the newest pin first. */
    public record Pins(List<HistoryMessage> messages) {}

    public Uni<Pins> read(Visit visit) {
        return streams.open(visit)
                .chain(stream -> stream.id()
                        .map(id -> store.pinned(id)
                                .chain(found -> reactions.into(id, stream.naming(), found, visit.reader())))
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .map(Pins::new);
    }
}

package dev.confab.message.history;

import dev.confab.message.history.Span.Before;
import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.log.LogPosition;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a piece of a stream's history. It never has a hole: what was in the log when it was asked for is waited for. While
 * Kafka is away nobody can tell, and what is projected is served.
 */
@ApplicationScoped
public class ReadHistory {
    private final HistoryStore store;
    private final Epochs epochs;
    private final LogEnds logEnds;
    private final BundleReactions reactions;
    private final AwaitProjection projection;

    ReadHistory(
            HistoryStore store, Epochs epochs, LogEnds logEnds, AwaitProjection projection, BundleReactions reactions) {
        this.store = store;
        this.epochs = epochs;
        this.logEnds = logEnds;
        this.projection = projection;
        this.reactions = reactions;
    }

    /** A page of what the stream shows, or of one of its threads: that fails as not found if its root was never there. */
    public Uni<MessagePage> read(Visit visit, PageRequest page) {
        int limit = page.limit();
        Optional<MessageRef> thread = page.thread();
        return epochs.current().chain(epoch -> {
            Span span = page.span(epoch);
            return complete(visit.key(), span, epoch)
                    .chain(visit::access)
                    .chain(stream -> stream.id()
                            .map(id -> excerpt(id, thread, span, limit)
                                    .chain(excerpt -> page(stream.naming(), id, excerpt, visit.reader())))
                            .orElseGet(() -> thread.isEmpty()
                                    ? Uni.createFrom().item(MessagePage.EMPTY)
                                    : Uni.createFrom().failure(ReadMessage.missing())));
        });
    }

    private Uni<Excerpt> excerpt(int stream, Optional<MessageRef> thread, Span span, int limit) {
        return thread.map(ref -> thread(stream, ref, span, limit))
                .orElseGet(() ->
                        resolve(stream, span).chain(resolved -> Excerpt.of(store.shown(stream), resolved, limit)));
    }

    private Uni<Excerpt> thread(int stream, MessageRef ref, Span span, int limit) {
        return store.one(stream, ref)
                .map(found -> found.orElseThrow(ReadMessage::missing))
                .chain(root -> Excerpt.of(new ThreadMessages(root, store.answers(stream, ref)), span, limit)
                        .map(excerpt -> span instanceof Span.Latest ? excerpt.ledBy(root) : excerpt));
    }

    /** The span by positions, where it is by time. */
    private Uni<Span> resolve(int stream, Span span) {
        return span instanceof Span.Since(var time)
                ? store.firstSince(stream, time)
                        .map(first -> first.<Span>map(Span.Around::new).orElseGet(Span.Latest::new))
                : Uni.createFrom().item(span);
    }

    private Uni<MessagePage> page(Naming naming, int stream, Excerpt excerpt, Username reader) {
        return reactions
                .into(stream, naming, excerpt.messages(), reader)
                .map(messages -> MessagePage.of(messages, excerpt));
    }

    private Uni<Void> complete(StreamKey key, Span span, int epoch) {
        int partition = logEnds.partition(key);
        return isThere(span, epoch, partition)
                ? Uni.createFrom().voidItem()
                : logEnds.end(partition).chain(end -> projection.until(partition, needed(span, end)));
    }

    /** Whether all that is asked for is projected, wherever the log ends by now. */
    private boolean isThere(Span span, int epoch, int partition) {
        return span instanceof Before(LogPosition border)
                && (border.epoch() < epoch
                        || projection.hasReached(partition, border.position().value()));
    }

    /** Up to where the log has to be projected for the span; empty if that can't be known. */
    static OptionalLong needed(Span span, OptionalLong end) {
        return end.isPresent() && span instanceof Before(LogPosition border)
                ? OptionalLong.of(Math.min(border.position().value(), end.getAsLong()))
                : end;
    }
}

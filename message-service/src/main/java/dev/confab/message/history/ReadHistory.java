package dev.confab.message.history;

import dev.confab.message.history.Span.After;
import dev.confab.message.history.Span.Around;
import dev.confab.message.history.Span.Before;
import dev.confab.message.history.Span.Latest;
import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.log.LogPosition;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.StreamKey;
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
    private final AwaitProjection projection;

    ReadHistory(HistoryStore store, Epochs epochs, LogEnds logEnds, AwaitProjection projection) {
        this.store = store;
        this.epochs = epochs;
        this.logEnds = logEnds;
        this.projection = projection;
    }

    /** @param access looks up the stream, once what is asked for is projected */
    public Uni<MessagePage> read(Uni<OpenStream> access, StreamKey key, PageRequest page) {
        int limit = page.limit();
        return epochs.current().chain(epoch -> {
            Span span = page.span(epoch);
            return complete(key, span, epoch)
                    .chain(() -> access)
                    .chain(stream -> stream.id()
                            .map(id -> excerpt(id, span, limit))
                            .orElseGet(() -> Uni.createFrom().item(Excerpt.empty()))
                            .map(excerpt -> MessagePage.of(excerpt, stream.naming())));
        });
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

    private Uni<Excerpt> excerpt(int stream, Span span, int limit) {
        return switch (span) {
            case Latest l ->
                store.newest(stream, limit + 1).map(found -> Excerpt.before(Optional.empty(), found, limit));
            case Before(LogPosition border) -> before(stream, border, limit);
            case After(LogPosition border) -> after(stream, border, limit);
            case Around(LogPosition middle) ->
                before(stream, middle.next(), limit - limit / 2)
                        .chain(first -> after(stream, middle, limit / 2).map(first::then));
        };
    }

    private Uni<Excerpt> before(int stream, LogPosition border, int limit) {
        return store.before(stream, border, limit + 1).map(found -> Excerpt.before(Optional.of(border), found, limit));
    }

    private Uni<Excerpt> after(int stream, LogPosition border, int limit) {
        return store.after(stream, border, limit + 1).map(found -> Excerpt.after(border, found, limit));
    }
}

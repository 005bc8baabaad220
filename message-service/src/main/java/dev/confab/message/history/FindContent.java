package dev.confab.message.history;

import dev.confab.message.log.LogEnds;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds what somebody said by its id, so that a repeated send is answered with the place of the first however late. */
@ApplicationScoped
public class FindContent {
    private final ContentPlaceStore store;
    private final LogEnds logEnds;
    private final AwaitProjection projection;

    FindContent(ContentPlaceStore store, LogEnds logEnds, AwaitProjection projection) {
        this.store = store;
        this.logEnds = logEnds;
        this.projection = projection;
    }

    /**
     * Where it stands, since when, and what became of it: what a gateway has to know to answer who would do something about it.
     *
     * @param message whether it is a message; what is about one has nothing of what follows
     * @param emoji the different ones that people react with, those first that came first
     * @param pins how many messages are pinned in the stream
     * @param thread the root of the thread that it is in
     */
    public record Found(
            Position position,
            Instant at,
            boolean message,
            boolean deleted,
            List<Emoji> emoji,
            boolean pinned,
            int pins,
            Optional<MessageRef> thread) {
        Found with(List<Emoji> shown) {
            return new Found(position, at, message, deleted, shown, pinned, pins, thread);
        }
    }

    /**
     * Content of any kind; fails as not found. What is there goes with a deleted room, so it is no answer before it is known to
     * stand still; while that can't be known, it is.
     *
     * @param settled whether what is in the log by now is to be waited for before it is said that there is nothing; fails as
     *     unavailable while that can't be known
     */
    public Uni<Found> find(Uni<OpenStream> access, StreamKey key, MessageRef ref, boolean settled) {
        int partition = logEnds.partition(key);
        return look(access, ref)
                .chain(found -> found.isEmpty() && !settled
                        ? Uni.createFrom().item(found)
                        : logEnds.end(partition)
                                .chain(end -> projection.until(partition, end))
                                .chain(() -> look(access, ref))
                                .onFailure(failure -> found.isPresent() && isUnavailable(failure))
                                .recoverWithItem(found))
                .map(found -> found.orElseThrow(
                        () -> new ConfabException(ErrorCode.NOT_FOUND, "Nothing was said there with this id.")));
    }

    private Uni<Optional<Found>> look(Uni<OpenStream> access, MessageRef ref) {
        return access.chain(stream -> stream.id()
                .map(id -> store.find(id, ref))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof ConfabException refused && refused.code() == ErrorCode.UNAVAILABLE;
    }
}

package dev.confab.message.send;

import dev.confab.message.log.AppendToLog;
import dev.confab.message.log.LogEnds;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Appends a message, and answers with the place of its first sending however often and over however many replicas it is
 * sent. The log may hold it twice; the projection knows which one stands, so it has the last word as long as it keeps up.
 */
@ApplicationScoped
class AppendOnce {
    private final SentStore store;
    private final RecentSends recent;
    private final AppendToLog log;
    private final LogEnds logEnds;
    private final AwaitProjection projection;

    AppendOnce(SentStore store, RecentSends recent, AppendToLog log, LogEnds logEnds, AwaitProjection projection) {
        this.store = store;
        this.recent = recent;
        this.log = log;
        this.logEnds = logEnds;
        this.projection = projection;
    }

    /**
     * What was remembered of a deleted room goes with it, so an earlier sending is no answer before it is known to stand
     * still.
     *
     * @param event a message or a private one of this author
     */
    Uni<Sent> append(RoomEvent event, Username from) {
        RecentSends.Key key = new RecentSends.Key(event.stream(), from, event.id());
        return recent.find(key)
                .map(earlier -> earlier.chain(sent -> standing(key, sent))
                        .chain(standing -> orElse(standing, () -> {
                            recent.forget(key, earlier);
                            return once(event, key);
                        })))
                .orElseGet(() -> once(event, key));
    }

    private Uni<Sent> once(RoomEvent event, RecentSends.Key key) {
        return recent.once(
                key,
                () -> store.find(key)
                        .chain(first -> first.map(sent -> standing(key, sent))
                                .orElseGet(() -> Uni.createFrom().item(first)))
                        .chain(standing -> orElse(standing, () -> append(event, key))));
    }

    private static Uni<Sent> orElse(Optional<Sent> standing, Supplier<Uni<Sent>> send) {
        return standing.map(sent -> Uni.createFrom().item(sent)).orElseGet(send);
    }

    /** Where the message stands as of now; where it stood, if that can't be known. */
    private Uni<Optional<Sent>> standing(RecentSends.Key key, Sent earlier) {
        int partition = logEnds.partition(key.stream());
        return logEnds.end(partition)
                .chain(end -> projection.until(partition, end))
                .chain(() -> store.find(key))
                .onFailure(AppendOnce::isUnavailable)
                .recoverWithItem(Optional.of(earlier));
    }

    private Uni<Sent> append(RoomEvent event, RecentSends.Key key) {
        return log.append(event).chain(appended -> {
            Sent sent = new Sent(event.id(), appended.position(), appended.at());
            return projected(key, sent)
                    .onFailure(AppendOnce::isUnavailable)
                    // kept all the same, and almost certainly the first
                    .recoverWithItem(Optional.of(sent))
                    .map(standing -> standing.orElseThrow(AppendOnce::isVoid));
        });
    }

    private Uni<Optional<Sent>> projected(RecentSends.Key key, Sent sent) {
        int partition = logEnds.partition(key.stream());
        return projection.until(partition, sent.position().value() + 1).chain(() -> store.find(key));
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof ConfabException refused && refused.code() == ErrorCode.UNAVAILABLE;
    }

    private static ConfabException isVoid() {
        return new ConfabException(ErrorCode.BANNED, "You were banned from this room while you wrote.");
    }
}

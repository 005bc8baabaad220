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

    /** @param event a message or a private one of this author */
    Uni<Sent> append(RoomEvent event, Username from) {
        RecentSends.Key key = new RecentSends.Key(event.stream(), from, event.id());
        return recent.once(
                key,
                () -> store.find(key)
                        .chain(first ->
                                first.map(sent -> Uni.createFrom().item(sent)).orElseGet(() -> append(event, key))));
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

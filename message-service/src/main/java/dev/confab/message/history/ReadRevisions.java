package dev.confab.message.history;

import dev.confab.message.history.RevisionStore.Replaced;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what a message said before it was edited. */
@ApplicationScoped
public class ReadRevisions {
    private final ReadMessage messages;
    private final RevisionStore store;
    private final HistoryConfig config;

    ReadRevisions(ReadMessage messages, RevisionStore store, HistoryConfig config) {
        this.messages = messages;
        this.store = store;
        this.config = config;
    }

    /**
     * The former texts of a message, oldest first.
     *
     * @param revisions none if it was never edited, or is deleted
     */
    public record Revisions(List<Revision> revisions) {}

    /** A text, and when it was written. */
    public record Revision(Instant at, String text) {}

    /** Fails as not found, or as forbidden where only the author and moderators may see them. */
    public Uni<Revisions> read(Visit visit, MessageRef ref) {
        int most = config.mostRevisions();
        return messages.find(visit, ref)
                .chain(found -> mayRead(visit, found)
                        .chain(() -> store.of(found.stream(), found.message().position(), most + 1)
                                .map(replaced -> new Revisions(
                                        oldestFirst(found.message().message().at(), replaced, most)))));
    }

    private Uni<Void> mayRead(Visit visit, ReadMessage.InStream found) {
        boolean certainly = config.revisions() == HistoryConfig.Revisions.EVERYBODY
                || found.message().message().from().equals(visit.reader());
        return certainly
                ? Uni.createFrom().voidItem()
                : store.isModerator(found.stream(), visit.reader())
                        .invoke(moderator -> {
                            if (!moderator) {
                                throw new ConfabException(
                                        ErrorCode.FORBIDDEN, "Only the author and moderators see former texts here.");
                            }
                        })
                        .replaceWithVoid();
    }

    /** Each was written when the one before it was replaced, the first with the message. */
    private static List<Revision> oldestFirst(Instant written, List<Replaced> newestFirst, int most) {
        List<Revision> revisions = new ArrayList<>();
        Instant since = written;
        for (Replaced replaced : newestFirst.reversed()) {
            revisions.add(new Revision(since, replaced.text()));
            since = replaced.endedAt();
        }
        return List.copyOf(revisions.subList(Math.max(0, revisions.size() - most), revisions.size()));
    }
}

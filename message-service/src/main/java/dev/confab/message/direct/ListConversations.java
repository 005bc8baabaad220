package dev.confab.message.direct;

import dev.confab.message.direct.DirectStore.Talk;
import dev.confab.message.history.BundleReactions;
import dev.confab.message.history.HistoryMessage;
import dev.confab.message.history.Naming;
import dev.confab.message.unread.Behind;
import dev.confab.message.unread.CountUnread;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lists with whom somebody has private conversations. */
@ApplicationScoped
class ListConversations {
    private final DirectStore store;
    private final CountUnread countUnread;
    private final BundleReactions reactions;

    ListConversations(DirectStore store, CountUnread countUnread, BundleReactions reactions) {
        this.store = store;
        this.reactions = reactions;
        this.countUnread = countUnread;
    }

    /**
     * Conversations, those with the newest messages first.
     *
     * @param next to be sent as {@code cursor}; absent at the end
     */
    record ConversationPage(List<ConversationEntry> conversations, Optional<String> next) {}

    /** One conversation; {@code unread} is at most 1,000. */
    record ConversationEntry(Conversation conversation, Username with, HistoryMessage last, int unread) {}

    Uni<ConversationPage> list(Username user, Optional<ConversationCursor> cursor, int limit) {
        return store.list(user, cursor, limit + 1).chain(found -> {
            List<Talk> talks = found.stream().limit(limit).toList();
            Optional<String> next =
                    found.size() > limit ? Optional.of(talks.getLast().cursor().toString()) : Optional.empty();
            return countUnread
                    .behind(talks.stream().map(Talk::marker).toList(), user)
                    .chain(counts -> reactions
                            .into(talks.stream().map(talk -> last(user, talk)).toList(), user)
                            .map(last -> new ConversationPage(entries(user, talks, last, counts), next)));
        });
    }

    private static BundleReactions.Of last(Username user, Talk talk) {
        return new BundleReactions.Of(talk.marker().stream(), new Naming.OfTwo(user, talk.other()), talk.last());
    }

    private static List<ConversationEntry> entries(
            Username user, List<Talk> talks, List<HistoryMessage> last, List<Behind> counts) {
        return IntStream.range(0, talks.size())
                .mapToObj(i -> {
                    Username other = talks.get(i).other();
                    return new ConversationEntry(
                            Conversation.between(user, other),
                            other,
                            last.get(i),
                            counts.get(i).unread());
                })
                .toList();
    }
}

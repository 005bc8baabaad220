package dev.confab.message.direct;

import dev.confab.message.direct.DirectStore.Talk;
import dev.confab.message.history.HistoryMessage;
import dev.confab.message.history.Naming;
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

    ListConversations(DirectStore store, CountUnread countUnread) {
        this.store = store;
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
                    .map(counts -> new ConversationPage(entries(user, talks, counts), next));
        });
    }

    private static List<ConversationEntry> entries(Username user, List<Talk> talks, List<Integer> counts) {
        return IntStream.range(0, talks.size())
                .mapToObj(i -> entry(user, talks.get(i), counts.get(i)))
                .toList();
    }

    private static ConversationEntry entry(Username user, Talk talk, int unread) {
        return new ConversationEntry(
                Conversation.between(user, talk.other()),
                talk.other(),
                HistoryMessage.of(new Naming.OfTwo(user, talk.other()), talk.last()),
                unread);
    }
}

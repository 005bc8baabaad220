package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of a history, oldest first.
 *
 * @param earlier what to ask for what is before it, absent if there is nothing
 * @param later what to ask for what is after it, absent if there is nothing yet
 */
record Excerpt(List<StoredMessage> messages, Optional<LogPosition> earlier, Optional<LogPosition> later) {

    static Excerpt empty() {
        return new Excerpt(List.of(), Optional.empty(), Optional.empty());
    }

    /** @param newestFirst from before the position, one more than the limit if there are more */
    static Excerpt before(Optional<LogPosition> position, List<StoredMessage> newestFirst, int limit) {
        List<StoredMessage> messages =
                newestFirst.stream().limit(limit).toList().reversed();
        Optional<LogPosition> earlier = newestFirst.size() > limit ? first(messages) : Optional.empty();
        // what stands before a position can have something after it; what is newest can't
        Optional<LogPosition> later = position.flatMap(border -> last(messages));
        return new Excerpt(messages, earlier, later);
    }

    /** @param oldestFirst from after the position, one more than the limit if there are more */
    static Excerpt after(LogPosition position, List<StoredMessage> oldestFirst, int limit) {
        List<StoredMessage> messages = oldestFirst.stream().limit(limit).toList();
        Optional<LogPosition> later =
                oldestFirst.size() > limit ? last(messages).or(() -> Optional.of(position)) : Optional.empty();
        return new Excerpt(messages, first(messages).or(() -> Optional.of(position.next())), later);
    }

    /** This piece and the one that follows on it. */
    Excerpt then(Excerpt following) {
        List<StoredMessage> all =
                Stream.concat(messages.stream(), following.messages.stream()).toList();
        return new Excerpt(all, earlier, following.later);
    }

    private static Optional<LogPosition> first(List<StoredMessage> messages) {
        return messages.stream().findFirst().map(StoredMessage::position);
    }

    private static Optional<LogPosition> last(List<StoredMessage> messages) {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.getLast().position());
    }
}

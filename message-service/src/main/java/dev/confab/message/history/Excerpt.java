package dev.confab.message.history;

import dev.confab.message.history.Span.After;
import dev.confab.message.history.Span.Around;
import dev.confab.message.history.Span.Before;
import dev.confab.message.history.Span.Latest;
import dev.confab.message.history.Span.Since;
import dev.confab.message.log.LogPosition;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of a history, oldest first.
 *
 * @param earlier what to ask for what is before it, absent if there is nothing
 * @param later what to ask for what is after it, absent if there is nothing yet
 */
record Excerpt(List<BundledMessage> messages, Optional<LogPosition> earlier, Optional<LogPosition> later) {

    static Uni<Excerpt> of(Messages messages, Span span, int limit) {
        return switch (span) {
            case Latest l -> messages.newest(limit + 1).map(found -> Excerpt.before(Optional.empty(), found, limit));
            case Before(LogPosition border) ->
                messages.before(border, limit + 1).map(found -> Excerpt.before(Optional.of(border), found, limit));
            case After(LogPosition border) ->
                messages.after(border, limit + 1).map(found -> Excerpt.after(border, found, limit));
            case Around(LogPosition middle) -> {
                int after = limit / 2;
                int before = limit - after;
                yield messages.around(middle, before + 1, after + 1)
                        .map(found -> Excerpt.before(Optional.of(middle.next()), found.before(), before)
                                .then(Excerpt.after(middle, found.after(), after)));
            }
            case Since s -> throw new IllegalArgumentException("a time has to be a position first");
        };
    }

    /** With the first of all messages in front of those that are the newest, in place of the oldest of these if need be. */
    Excerpt ledBy(BundledMessage first) {
        if (earlier.isEmpty()) {
            return this;
        }
        List<BundledMessage> rest = messages.subList(1, messages.size());
        return rest.isEmpty()
                ? new Excerpt(List.of(first), Optional.empty(), Optional.of(first.position()))
                : new Excerpt(Stream.concat(Stream.of(first), rest.stream()).toList(), first(rest), later);
    }

    /** @param newestFirst from before the position, one more than the limit if there are more */
    static Excerpt before(Optional<LogPosition> position, List<BundledMessage> newestFirst, int limit) {
        List<BundledMessage> messages =
                newestFirst.stream().limit(limit).toList().reversed();
        Optional<LogPosition> earlier = newestFirst.size() > limit ? first(messages) : Optional.empty();
        // what stands before a position can have something after it; what is newest can't
        Optional<LogPosition> later = position.flatMap(border -> last(messages));
        return new Excerpt(messages, earlier, later);
    }

    /** @param oldestFirst from after the position, one more than the limit if there are more */
    static Excerpt after(LogPosition position, List<BundledMessage> oldestFirst, int limit) {
        List<BundledMessage> messages = oldestFirst.stream().limit(limit).toList();
        Optional<LogPosition> later =
                oldestFirst.size() > limit ? last(messages).or(() -> Optional.of(position)) : Optional.empty();
        return new Excerpt(messages, first(messages).or(() -> Optional.of(position.next())), later);
    }

    /** This piece and the one that follows on it. */
    Excerpt then(Excerpt following) {
        List<BundledMessage> all =
                Stream.concat(messages.stream(), following.messages.stream()).toList();
        return new Excerpt(all, earlier, following.later);
    }

    private static Optional<LogPosition> first(List<BundledMessage> messages) {
        return messages.stream().findFirst().map(BundledMessage::position);
    }

    private static Optional<LogPosition> last(List<BundledMessage> messages) {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.getLast().position());
    }
}

package dev.confab.message.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a history as it is answered, oldest message first.
 *
 * @param next to be sent as {@code after}; absent if there is nothing newer yet
 * @param prev to be sent as {@code before}; absent if there is nothing older
 */
public record MessagePage<M>(List<M> messages, Optional<String> next, Optional<String> prev) {

    public static <M> MessagePage<M> of(Excerpt excerpt, Function<StoredMessage, M> shape) {
        return new MessagePage<>(
                excerpt.messages().stream().map(shape).toList(),
                excerpt.later().map(Cursor::of),
                excerpt.earlier().map(Cursor::of));
    }
}

package dev.confab.message.history;

import java.util.List;
import java.util.Optional;

/**
 * One page of a history as it is answered, oldest message first.
 *
 * @param next to be sent as {@code after}; absent if there is nothing newer yet
 * @param prev to be sent as {@code before}; absent if there is nothing older
 */
public record MessagePage(List<HistoryMessage> messages, Optional<String> next, Optional<String> prev) {

    static MessagePage of(Excerpt excerpt, Naming naming) {
        return new MessagePage(
                excerpt.messages().stream()
                        .map(stored -> HistoryMessage.of(naming, stored))
                        .toList(),
                excerpt.later().map(Cursor::of),
                excerpt.earlier().map(Cursor::of));
    }
}

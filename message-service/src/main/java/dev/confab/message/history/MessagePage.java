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

    static final MessagePage EMPTY = new MessagePage(List.of(), Optional.empty(), Optional.empty());

    /** @param messages those of the excerpt */
    static MessagePage of(List<HistoryMessage> messages, Excerpt excerpt) {
        return new MessagePage(
                messages, excerpt.later().map(Cursor::of), excerpt.earlier().map(Cursor::of));
    }
}

package dev.confab.message.history;

import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;

/**
 * The thread of a message.
 *
 * @param count answers that stand
 * @param last when the last one was written
 * @param people who wrote them, those with most of them first, {@value #MOST_PEOPLE} at most
 */
public record Replies(int count, Instant last, List<Username> people) {
    static final int MOST_PEOPLE = 5;
}

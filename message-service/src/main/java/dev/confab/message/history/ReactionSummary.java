package dev.confab.message.history;

import dev.confab.protocol.Emoji;
import dev.confab.protocol.Username;
import java.util.List;

/**
 * How people reacted to a message with one emoji.
 *
 * @param count how many did
 * @param mine whether who asks is among them
 * @param people who did so first, {@value #MOST_PEOPLE} at most
 */
public record ReactionSummary(Emoji emoji, int count, boolean mine, List<Username> people) {
    static final int MOST_PEOPLE = 10;
}

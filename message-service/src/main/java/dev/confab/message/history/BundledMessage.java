package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import java.util.Optional;

/**
 * A row of a history with what came of it, but for the reactions.
 *
 * @param replies absent if nobody answers it in a thread
 */
public record BundledMessage(
        StoredMessage message, Optional<ReplyTo> replyTo, Optional<Replies> replies, boolean pinned) {

    public LogPosition position() {
        return message.position();
    }
}

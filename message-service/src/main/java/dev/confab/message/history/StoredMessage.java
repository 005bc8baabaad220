package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of a history.
 *
 * @param text empty if the message is deleted
 */
public record StoredMessage(
        LogPosition position,
        Instant at,
        MessageId id,
        Username from,
        String text,
        Optional<MessageRef> replyTo,
        Optional<MessageRef> thread,
        boolean alsoInRoom,
        List<Username> mentions,
        boolean mentionsAll,
        List<Attachment> attachments,
        Optional<Instant> editedAt,
        Optional<Deletion> deleted) {

    /** When a message was deleted, and by whom. */
    public record Deletion(Instant at, Username by, Optional<String> reason) {}
}

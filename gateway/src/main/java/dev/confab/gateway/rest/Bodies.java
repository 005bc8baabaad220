package dev.confab.gateway.rest;

import dev.confab.gateway.room.Sent;
import dev.confab.protocol.AttachmentTicket;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests to write bring, and what they are answered. */
public final class Bodies {
    private Bodies() {}

    /**
     * What is sent.
     *
     * @param id made by the sender; the same id again is the same message
     * @param replyTo the message that it answers
     * @param thread the root of the thread that it goes to
     * @param alsoInRoom whether what goes to a thread is shown in the stream as well
     * @param text may be missing if there are files
     * @param attachments files to send with it, 10 at most: their tickets, or objects of {@code ticket} and {@code alt}
     */
    public record NewMessage(
            MessageId id,
            @Nullable MessageText text,
            Optional<MessageRef> replyTo,
            Optional<MessageRef> thread,
            Optional<Boolean> alsoInRoom,
            Optional<List<AttachmentTicket>> attachments) {
        static ContentCommand.Send send(Target target, @Nullable NewMessage body) {
            NewMessage sent = require(body);
            return new ContentCommand.Send(
                    Optional.empty(),
                    target,
                    sent.id(),
                    sent.text() == null ? MessageText.NONE : sent.text(),
                    sent.replyTo(),
                    sent.thread(),
                    sent.alsoInRoom(),
                    sent.attachments());
        }
    }

    /**
     * Another text for a message.
     *
     * @param id of this edit; the same id again is the same edit
     */
    public record NewText(MessageId id, MessageText text) {
        static ContentCommand.Edit edit(Target target, MessageRef about, @Nullable NewText body) {
            NewText sent = require(body);
            return new ContentCommand.Edit(Optional.empty(), target, sent.id(), about, sent.text());
        }
    }

    /** The message is kept, at this position since that time. */
    public record SentMessage(MessageId id, Position position, Instant at) {}

    /** It is kept, at this position since that time. */
    public record Kept(Position position, Instant at) {
        static Kept of(Sent sent) {
            return new Kept(sent.position(), sent.at());
        }
    }

    private static <T> T require(@Nullable T body) {
        if (body == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "A body with 'id' and 'text' is needed.");
        }
        return body;
    }
}

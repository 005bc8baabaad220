package dev.confab.message.projection;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as it has become so far.
 *
 * @param text absent once it is deleted; of a message from before the run also if nothing in it edits the message
 * @param mentions of its text, like {@code mentionsAll}: of a message from before the run they are not known
 * @param attachments its files; of a message from before the run they are not known. Those of a deleted one are no longer shown
 * @param changed where it was last edited or deleted
 */
record Message(
        Authored name,
        LogPosition position,
        Instant at,
        Optional<MessageText> text,
        Optional<MessageRef> replyTo,
        Optional<MessageRef> thread,
        boolean alsoInRoom,
        List<Username> mentions,
        boolean mentionsAll,
        List<Attachment> attachments,
        Optional<Instant> editedAt,
        Optional<Deletion> deletion,
        Optional<LogPosition> changed) {

    record Deletion(Instant at, Username by, Optional<String> reason) {
        private static Deletion of(Content.Deleted deleted, Instant at) {
            return new Deletion(
                    at,
                    deleted.from(),
                    deleted.reason()
                            .map(reason ->
                                    reason.substring(0, Math.min(reason.length(), Content.Deleted.MAX_REASON_LENGTH))));
        }
    }

    static Message of(Content.Posted posted, LogPosition position, Instant at) {
        return new Message(
                Authored.of(posted),
                position,
                at,
                Optional.of(posted.text()),
                posted.replyTo(),
                posted.thread(),
                posted.alsoInRoom(),
                posted.mentions(),
                posted.mentionsAll(),
                posted.attachments(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Message with(Content.Edited edited, LogPosition where, Instant when) {
        return new Message(
                name,
                position,
                at,
                Optional.of(edited.text()),
                replyTo,
                thread,
                alsoInRoom,
                edited.mentions(),
                edited.mentionsAll(),
                attachments,
                Optional.of(when),
                deletion,
                Optional.of(where));
    }

    /** Nothing of what it said is left. */
    Message with(Content.Deleted deleted, LogPosition where, Instant when) {
        return new Message(
                name,
                position,
                at,
                Optional.empty(),
                replyTo,
                thread,
                alsoInRoom,
                List.of(),
                false,
                attachments,
                editedAt,
                Optional.of(Deletion.of(deleted, when)),
                Optional.of(where));
    }

    Message saying(Optional<MessageText> said) {
        return new Message(
                name,
                position,
                at,
                said,
                replyTo,
                thread,
                alsoInRoom,
                mentions,
                mentionsAll,
                attachments,
                editedAt,
                deletion,
                changed);
    }

    Place place() {
        return new Place(name.stream(), position);
    }

    /** Whether its stream shows it, and not only the thread that it is in. */
    boolean isShown() {
        return thread.isEmpty() || alsoInRoom;
    }

    boolean isDeleted() {
        return deletion.isPresent();
    }

    /** Whether it is nothing but a text that was never changed, as most are. */
    boolean isPlain() {
        return changed.isEmpty()
                && replyTo.isEmpty()
                && thread.isEmpty()
                && !alsoInRoom
                && mentions.isEmpty()
                && !mentionsAll
                && attachments.isEmpty();
    }
}

package dev.confab.message.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.confab.message.history.StoredMessage.Deletion;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Destination;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as it is answered: what the live frame had, and what became of it since.
 *
 * @param type always {@code message}
 * @param room that it is in, or else {@code conversation} and {@code to}
 * @param text absent if it is deleted
 * @param editedAt when it got the text that it has; absent if it has its first one
 * @param replies its thread; absent if there is none
 * @param attachments its files; none of a deleted message
 * @param reactions those first that came first; none to a deleted message
 */
@JsonPropertyOrder({"position", "at", "type", "room", "conversation", "id", "from", "to", "text"})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HistoryMessage(
        Position position,
        Instant at,
        String type,
        Optional<RoomName> room,
        Optional<Conversation> conversation,
        MessageId id,
        Username from,
        Optional<Username> to,
        Optional<String> text,
        Optional<Instant> editedAt,
        Optional<Deletion> deleted,
        Optional<ReplyTo> replyTo,
        Optional<MessageRef> thread,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean alsoInRoom,
        Optional<Replies> replies,
        List<ReactionSummary> reactions,
        List<Username> mentions,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mentionsAll,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean pinned) {

    static HistoryMessage of(Naming naming, BundledMessage bundled, List<ReactionSummary> reactions) {
        StoredMessage stored = bundled.message();
        Destination destination = naming.destination(stored.from());
        return new HistoryMessage(
                stored.position().position(),
                stored.at(),
                "message",
                destination instanceof Destination.ToRoom(var room) ? Optional.of(room) : Optional.empty(),
                destination instanceof Destination.ToPerson(var conversation, var _)
                        ? Optional.of(conversation)
                        : Optional.empty(),
                stored.id(),
                stored.from(),
                destination instanceof Destination.ToPerson(var _, var to) ? Optional.of(to) : Optional.empty(),
                Optional.of(stored.text()).filter(text -> stored.deleted().isEmpty()),
                stored.editedAt(),
                stored.deleted(),
                bundled.replyTo(),
                stored.thread(),
                stored.alsoInRoom(),
                bundled.replies(),
                reactions,
                stored.mentions(),
                stored.mentionsAll(),
                stored.attachments(),
                bundled.pinned());
    }
}

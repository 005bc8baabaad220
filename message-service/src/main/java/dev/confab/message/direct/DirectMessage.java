package dev.confab.message.direct;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.confab.message.history.StoredMessage;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.time.Instant;

/** A private message as it is answered: the same as the live frame. */
@JsonPropertyOrder({"position", "at", "type", "conversation", "id", "from", "to", "text"})
record DirectMessage(
        Position position,
        Instant at,
        String type,
        Conversation conversation,
        MessageId id,
        Username from,
        Username to,
        MessageText text) {

    /** As one of the two sees it. */
    static DirectMessage of(Username me, Username other, StoredMessage stored) {
        return new DirectMessage(
                stored.position().position(),
                stored.at(),
                "direct",
                Conversation.between(me, other),
                stored.id(),
                stored.from(),
                stored.from().equals(other) ? me : other,
                stored.text());
    }
}

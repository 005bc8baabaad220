package dev.confab.message.history;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confab.protocol.Content;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import java.time.Instant;

/**
 * Something of a stream that everybody there was told.
 *
 * @param frame as it is sent live
 */
public record MissedEvent(Position position, @JsonValue ObjectNode frame) {

    /** Stands for a text that is left out. */
    private static final MessageText GONE = new MessageText("gone");

    /** @param event as it stands in the log */
    static MissedEvent of(Position position, Instant at, ObjectNode event) {
        ObjectNode frame = JsonNodeFactory.instance
                .objectNode()
                .put("position", position.value())
                .put("at", at.toString());
        return new MissedEvent(position, frame.setAll(event));
    }

    /** As it was live, but for its text: that is the present one, and none if it was deleted. */
    static MissedEvent of(Naming naming, StoredMessage message) {
        boolean deleted = message.deleted().isPresent();
        Content.Posted posted = new Content.Posted(
                naming.destination(message.from()),
                message.id(),
                message.from(),
                deleted ? GONE : new MessageText(message.text()),
                message.replyTo(),
                message.thread(),
                message.alsoInRoom(),
                message.mentions(),
                message.mentionsAll(),
                message.attachments());
        ObjectNode frame = Json.mapper().valueToTree(posted);
        return of(message.position().position(), message.at(), deleted ? Content.Posted.withoutWritten(frame) : frame);
    }
}

package dev.confab.message.history;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Instant;

/** A message of a room as it is answered: the same as the live frame. */
@JsonPropertyOrder({"position", "at", "type", "room", "id", "from", "text"})
public record RoomMessage(
        Position position, Instant at, String type, RoomName room, MessageId id, Username from, MessageText text) {

    static RoomMessage of(RoomName room, StoredMessage stored) {
        return new RoomMessage(
                stored.position().position(), stored.at(), "message", room, stored.id(), stored.from(), stored.text());
    }
}

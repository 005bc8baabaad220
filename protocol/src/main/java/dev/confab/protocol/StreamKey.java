package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The key of a record in {@link Topic#ROOMS}: names the one ordered stream that the event belongs to.
 *
 * @param value {@code r/<room key>} for a room, {@code d/<a>/<b>} for a private conversation
 */
public record StreamKey(@JsonValue String value) {
    private static final String ROOM = "r/";
    private static final String DIRECT = "d/";

    /** @throws ConfabException {@link ErrorCode#INVALID} if it names neither a room nor a conversation */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StreamKey {
        if (value == null || !(value.startsWith(ROOM) || value.startsWith(DIRECT))) {
            throw new ConfabException(ErrorCode.INVALID, "This is not the key of a stream.", "stream");
        }
    }

    public static StreamKey of(RoomName room) {
        return new StreamKey(ROOM + room.key());
    }

    public static StreamKey of(Conversation conversation) {
        return new StreamKey(DIRECT + conversation.value());
    }

    public boolean isRoom() {
        return value.startsWith(ROOM);
    }

    /** Which room it is the stream of, by its key; absent for a conversation's. */
    public Optional<RoomName> room() {
        return isRoom() ? Optional.of(RoomName.ofKey(value.substring(ROOM.length()))) : Optional.empty();
    }

    /** Which conversation it is the stream of; absent for a room's. */
    public Optional<Conversation> conversation() {
        return isRoom() ? Optional.empty() : Optional.of(new Conversation(value.substring(DIRECT.length())));
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return value;
    }
}

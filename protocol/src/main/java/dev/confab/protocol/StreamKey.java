package dev.confab.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The key of a record in {@link Topic#ROOMS}: names the one ordered stream that the event belongs to.
 *
 * @param value {@code r/<room key>} for a room, {@code d/<a>/<b>} for a private conversation
 */
public record StreamKey(String value) {
    private static final String ROOM = "r/";
    private static final String DIRECT = "d/";

    public static StreamKey of(RoomName room) {
        return new StreamKey(ROOM + room.key());
    }

    public static StreamKey of(Conversation conversation) {
        return new StreamKey(DIRECT + conversation.value());
    }

    public boolean isRoom() {
        return value.startsWith(ROOM);
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.confab.message.testing;

import dev.confab.protocol.Conversation;
import dev.confab.protocol.Destination;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;

/** The two kinds of streams, for what is the same in both: in each Ada and Bob talk to one another. */
public enum Where {
    IN_A_ROOM,
    IN_A_CONVERSATION;

    /** Where somebody writes, in a stream of this test alone. */
    public Destination by(Username from, String test) {
        return this == IN_A_ROOM
                ? new Destination.ToRoom(room(test))
                : Destination.between(from, from.equals(ada(test)) ? bob(test) : ada(test));
    }

    public StreamKey stream(String test) {
        return this == IN_A_ROOM ? StreamKey.of(room(test)) : StreamKey.of(Conversation.between(ada(test), bob(test)));
    }

    public static RoomName room(String test) {
        return new RoomName("Room-" + test);
    }

    public static Username ada(String test) {
        return new Username("Ada-" + test);
    }

    public static Username bob(String test) {
        return new Username("bob-" + test);
    }
}

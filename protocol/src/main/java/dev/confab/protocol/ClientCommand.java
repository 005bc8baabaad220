package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * What a client asks of a gateway over the WebSocket. A command with a {@code ref} (1 to 64 characters, the client's own)
 * is answered by exactly one {@code ok} or {@code error} that carries it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientCommand.Join.class, name = "join"),
    @JsonSubTypes.Type(value = ClientCommand.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = ClientCommand.Send.class, name = "send"),
    @JsonSubTypes.Type(value = ClientCommand.SendDirect.class, name = "direct"),
    @JsonSubTypes.Type(value = ClientCommand.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ClientCommand.Ping.class, name = "ping"),
})
public sealed interface ClientCommand {
    /** Longest {@code ref}, in characters. */
    int MAX_REF_LENGTH = 64;

    /** Longest {@code epoch}, in characters. */
    int MAX_EPOCH_LENGTH = 64;

    Optional<String> ref();

    /**
     * Be in a room from now on.
     *
     * @param password of the room, where it has one and there is no ticket
     * @param ticket from an earlier join; makes the join need nobody
     * @param since the last position this client has seen; what came after it is sent first
     * @param epoch the log that {@code since} is of; in another one it means nothing
     */
    record Join(
            Optional<String> ref,
            RoomName room,
            Optional<String> password,
            Optional<String> ticket,
            Optional<Position> since,
            Optional<String> epoch)
            implements ClientCommand {
        public Join {
            requireRef(ref);
            require(room, "room");
            epoch.ifPresent(value -> Limits.require(value, "epoch", MAX_EPOCH_LENGTH));
        }
    }

    /** Be in the room no longer; membership stays. */
    record Leave(Optional<String> ref, RoomName room) implements ClientCommand {
        public Leave {
            requireRef(ref);
            require(room, "room");
        }
    }

    /** Write to everybody in a joined room. */
    record Send(Optional<String> ref, RoomName room, MessageId id, MessageText text) implements ClientCommand {
        public Send {
            requireRef(ref);
            require(room, "room");
            require(id, "id");
            require(text, "text");
            text.requireVisible();
        }
    }

    /** Write to one person. */
    record SendDirect(Optional<String> ref, Username to, MessageId id, MessageText text) implements ClientCommand {
        public SendDirect {
            requireRef(ref);
            require(to, "to");
            require(id, "id");
            require(text, "text");
            text.requireVisible();
        }
    }

    /** Tell the room that this user is typing; passed on a few times a minute at most. */
    record Typing(Optional<String> ref, RoomName room) implements ClientCommand {
        public Typing {
            requireRef(ref);
            require(room, "room");
        }
    }

    /** Answered with {@code pong}. */
    record Ping(Optional<String> ref) implements ClientCommand {
        public Ping {
            requireRef(ref);
        }
    }

    private static void requireRef(Optional<String> ref) {
        ref.ifPresent(value -> Limits.require(value, "ref", MAX_REF_LENGTH));
    }

    private static void require(Object value, String field) {
        if (value == null) {
            throw new ConfabException(ErrorCode.INVALID, "'" + field + "' is missing.", field);
        }
    }
}

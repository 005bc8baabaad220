package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
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
    @JsonSubTypes.Type(value = ContentCommand.Send.class, name = "send"),
    @JsonSubTypes.Type(value = ContentCommand.Edit.class, name = "edit"),
    @JsonSubTypes.Type(value = ContentCommand.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = ContentCommand.React.class, name = "react"),
    @JsonSubTypes.Type(value = ContentCommand.Pin.class, name = "pin"),
    @JsonSubTypes.Type(value = ClientCommand.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ClientCommand.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ClientCommand.Ping.class, name = "ping"),
})
public sealed interface ClientCommand {
    /** Longest {@code ref}, in characters. */
    int MAX_REF_LENGTH = 64;

    Optional<String> ref();

    /** A command about one stream: it names a {@code room}, or {@code to} whom. */
    sealed interface Addressed extends ClientCommand permits Join, Read, Typing, ContentCommand {
        @JsonIgnore
        Target target();

        @JsonProperty
        default Optional<RoomName> room() {
            return target() instanceof Target.Room(var name) ? Optional.of(name) : Optional.empty();
        }

        @JsonProperty
        default Optional<Username> to() {
            return target() instanceof Target.Person(var name) ? Optional.of(name) : Optional.empty();
        }
    }

    /**
     * Be in a room from now on, or go on in a conversation after what one has seen of it. (In their conversations people are
     * without asking, from the moment that they connect.)
     *
     * @param password of the room, where it has one and there is no ticket
     * @param ticket from an earlier join; makes the join need nobody
     * @param since the last position this client has seen; what came after it is sent first
     * @param epoch the log that {@code since} is of; in another one it means nothing
     */
    record Join(
            Optional<String> ref,
            @JsonIgnore Target target,
            Optional<String> password,
            Optional<String> ticket,
            Optional<Position> since,
            Optional<Epoch> epoch)
            implements Addressed {
        public Join {
            requireRef(ref);
        }

        @JsonCreator
        static Join of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("password") Optional<String> password,
                @JsonProperty("ticket") Optional<String> ticket,
                @JsonProperty("since") Optional<Position> since,
                @JsonProperty("epoch") Optional<Epoch> epoch) {
            return new Join(ref, Target.of(room, to), password, ticket, since, epoch);
        }
    }

    /** Be in the room no longer; membership stays. */
    record Leave(Optional<String> ref, RoomName room) implements ClientCommand {
        public Leave {
            requireRef(ref);
            Required.require(room, "room");
        }
    }

    /**
     * This user has read a joined room, or a conversation, up to here. What is behind what they have read changes nothing.
     *
     * @param hidden whether nobody else is to be told
     */
    record Read(Optional<String> ref, @JsonIgnore Target target, Position position, Optional<Boolean> hidden)
            implements Addressed {
        public Read {
            requireRef(ref);
            Required.require(position, "position");
        }

        @JsonCreator
        static Read of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("position") Position position,
                @JsonProperty("hidden") Optional<Boolean> hidden) {
            return new Read(ref, Target.of(room, to), position, hidden);
        }
    }

    /** Tell the room, or the other one, that this user is typing; passed on a few times a minute at most. */
    record Typing(Optional<String> ref, @JsonIgnore Target target) implements Addressed {
        public Typing {
            requireRef(ref);
        }

        @JsonCreator
        static Typing of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to) {
            return new Typing(ref, Target.of(room, to));
        }
    }

    /** Answered with {@code pong}. */
    record Ping(Optional<String> ref) implements ClientCommand {
        public Ping {
            requireRef(ref);
        }
    }

    static void requireRef(Optional<String> ref) {
        ref.ifPresent(value -> Limits.require(value, "ref", MAX_REF_LENGTH));
    }
}

package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record of a room's log, or of a private conversation's. Its JSON is the value of the Kafka record and, with {@code
 * position} and {@code at} put in front by a gateway, the very frame that browsers get. Its position and its time are
 * Kafka's and so not in here.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoomEvent.Message.class, name = "message"),
    @JsonSubTypes.Type(value = RoomEvent.Direct.class, name = "direct"),
    @JsonSubTypes.Type(value = RoomEvent.Kicked.class, name = "kicked"),
    @JsonSubTypes.Type(value = RoomEvent.Banned.class, name = "banned"),
    @JsonSubTypes.Type(value = RoomEvent.Unbanned.class, name = "unbanned"),
    @JsonSubTypes.Type(value = RoomEvent.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = RoomEvent.Left.class, name = "left"),
    @JsonSubTypes.Type(value = RoomEvent.RoleChanged.class, name = "role"),
    @JsonSubTypes.Type(value = RoomEvent.RoomChanged.class, name = "room"),
})
public sealed interface RoomEvent {

    /** Unique within the stream for one author; an event whose id its author has used before is void. */
    MessageId id();

    /** The stream the event belongs to: the key of its record. */
    StreamKey stream();

    /** An event of a room, as opposed to one of a private conversation. */
    sealed interface InRoom extends RoomEvent {
        RoomName room();

        @Override
        default StreamKey stream() {
            return StreamKey.of(room());
        }
    }

    /**
     * Everybody in the room is told of it, as it stands in the log: live, and who was away when they come back. Of other
     * events only those hear whom they concern, or nobody.
     */
    sealed interface Told extends InRoom permits Message, RoleChanged, RoomChanged {}

    /** Somebody wrote something to everybody in the room. Void if the author is banned at its position. */
    record Message(RoomName room, MessageId id, Username from, MessageText text) implements Told {
        public Message {
            require(room, "room");
            require(id, "id");
            require(from, "from");
            require(text, "text");
        }
    }

    /** Somebody wrote something to one other person. */
    record Direct(Conversation conversation, MessageId id, Username from, Username to, MessageText text)
            implements RoomEvent {
        public Direct {
            require(conversation, "conversation");
            require(id, "id");
            require(from, "from");
            require(to, "to");
            require(text, "text");
        }

        @Override
        public StreamKey stream() {
            return StreamKey.of(conversation);
        }
    }

    /** Ends the user's sessions in the room; tickets issued before it are void. */
    record Kicked(RoomName room, MessageId id, Username user, Username by, String reason) implements InRoom {
        public Kicked {
            require(room, "room");
            require(id, "id");
            require(user, "user");
            require(by, "by");
        }
    }

    /** From here until {@code until}, by the log's time (for ever if absent), what the user writes is void. */
    record Banned(RoomName room, MessageId id, Username user, Username by, String reason, Optional<Instant> until)
            implements InRoom {
        public Banned {
            require(room, "room");
            require(id, "id");
            require(user, "user");
            require(by, "by");
        }
    }

    /** Lifts the ban: what the user writes after it counts again. */
    record Unbanned(RoomName room, MessageId id, Username user, Username by) implements InRoom {
        public Unbanned {
            require(room, "room");
            require(id, "id");
            require(user, "user");
            require(by, "by");
        }
    }

    /** The user's membership began. Membership outlives sessions: it is what a room's password protects. */
    record Joined(RoomName room, MessageId id, Username user, Role role) implements InRoom {
        public Joined {
            require(room, "room");
            require(id, "id");
            require(user, "user");
            require(role, "role");
        }
    }

    /** The user's membership ended; tickets issued before it are void. */
    record Left(RoomName room, MessageId id, Username user) implements InRoom {
        public Left {
            require(room, "room");
            require(id, "id");
            require(user, "user");
        }
    }

    /** The user became a moderator, or is one no longer. */
    record RoleChanged(RoomName room, MessageId id, Username user, Role role, Username by) implements Told {
        public RoleChanged {
            require(room, "room");
            require(id, "id");
            require(user, "user");
            require(role, "role");
            require(by, "by");
        }
    }

    /** The room itself was created, changed or deleted; a deleted room's events so far are void. */
    record RoomChanged(RoomName room, MessageId id, Change change, Username owner, String topic, boolean hasPassword)
            implements Told {
        public RoomChanged {
            require(room, "room");
            require(id, "id");
            require(change, "change");
            require(owner, "owner");
        }

        public enum Change {
            @JsonProperty("created")
            CREATED,
            @JsonProperty("changed")
            CHANGED,
            @JsonProperty("deleted")
            DELETED
        }
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new ConfabException(ErrorCode.INVALID, "'" + field + "' is missing.", field);
        }
    }
}

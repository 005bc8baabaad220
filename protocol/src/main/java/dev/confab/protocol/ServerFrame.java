package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway says to a client by itself or in answer. The events of the {@link Timeline} are frames as well; they are not
 * here because they are passed on as they stand in the log.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerFrame permits ServerFrame.Reply, ServerFrame.Ephemeral {

    /** Meant for this client: the answer to a command, or what became of it. Never left out. */
    sealed interface Reply extends ServerFrame {}

    /** News of the moment, outdated soon: a client that reads too slowly does without. */
    sealed interface Ephemeral extends ServerFrame {}

    /** The first frame on every connection. */
    @JsonTypeName("welcome")
    record Welcome(Username user, SessionId session, Epoch epoch) implements Reply {}

    /** The command was carried out and has nothing more to say. */
    @JsonTypeName("ok")
    record Done(String ref) implements Reply {}

    /**
     * In the room. What was missed since the {@code since} of the join follows, then what happens from now on.
     *
     * @param position everything up to here is history, everything after it comes live
     * @param users everybody in the room, each once; nobody in a {@link Crowd}
     * @param online how many people are in the room
     * @param resumed whether {@code since} was honoured; if not (none was given, it is of another log, or from the future),
     *     fetch history
     */
    @JsonTypeName("ok")
    record JoinedRoom(
            Optional<String> ref,
            RoomName room,
            Role role,
            String ticket,
            Position position,
            Epoch epoch,
            List<Username> users,
            int online,
            boolean resumed)
            implements Reply {}

    /**
     * In the conversation. What was missed since the {@code since} of the join follows, then what happens from now on; what came
     * of it before this answer comes again in its place.
     *
     * @param to the other one, as registered
     * @param position everything up to here is history, everything after it comes live
     * @param resumed as in {@link JoinedRoom}
     */
    @JsonTypeName("ok")
    record JoinedConversation(
            Optional<String> ref,
            Conversation conversation,
            Username to,
            Position position,
            Epoch epoch,
            boolean resumed)
            implements Reply {}

    /** What was written is kept, at this position. */
    @JsonTypeName("ok")
    record Sent(Optional<String> ref, MessageId id, Position position, Instant at) implements Reply {}

    /** The command was not carried out. {@code ref} is absent where none could be read. */
    @JsonTypeName("error")
    record Failed(
            Optional<String> ref, ErrorCode code, String detail, Optional<String> field, Optional<Long> retryAfter)
            implements Reply {
        /** @param ref of the command that failed, where it had one */
        public static Failed of(Optional<String> ref, ConfabException failure) {
            return new Failed(
                    ref,
                    failure.code(),
                    failure.detail(),
                    failure.field(),
                    failure.retryAfter().map(wait -> Math.max(1, wait.toSeconds())));
        }
    }

    @JsonTypeName("pong")
    record Pong(Optional<String> ref) implements Reply {}

    /** Who came and who went; a user is one entry however many tabs they have. */
    @JsonTypeName("users")
    record Users(RoomName room, List<Username> joined, List<Username> left) implements Ephemeral {}

    /**
     * So many are in the room that only their number is told; REST lists them page by page. The list of before is void. Should
     * they become few again, {@link Users} names all of them.
     */
    @JsonTypeName("crowd")
    record Crowd(RoomName room, int online) implements Ephemeral {}

    /** Somebody is typing in a room, or in a conversation ({@code to} the other one). */
    @JsonTypeName("typing")
    record Typing(Optional<RoomName> room, Optional<Conversation> conversation, Optional<Username> to, Username user)
            implements Ephemeral {
        public static Typing of(Destination destination, Username user) {
            return switch (destination) {
                case Destination.ToRoom(var room) ->
                    new Typing(Optional.of(room), Optional.empty(), Optional.empty(), user);
                case Destination.ToPerson(var conversation, var to) ->
                    new Typing(Optional.empty(), Optional.of(conversation), Optional.of(to), user);
            };
        }
    }

    /** To who wrote lately: somebody has read the room, or the conversation ({@code to} the other one), up to here. */
    @JsonTypeName("seen")
    record Seen(
            Optional<RoomName> room,
            Optional<Conversation> conversation,
            Optional<Username> to,
            Username user,
            Position position)
            implements Ephemeral {
        public static Seen of(Destination destination, Username user, Position position) {
            return switch (destination) {
                case Destination.ToRoom(var room) ->
                    new Seen(Optional.of(room), Optional.empty(), Optional.empty(), user, position);
                case Destination.ToPerson(var conversation, var to) ->
                    new Seen(Optional.empty(), Optional.of(conversation), Optional.of(to), user, position);
            };
        }
    }

    /** To who wrote lately: history has everything up to here. */
    @JsonTypeName("stored")
    record Stored(
            Optional<RoomName> room, Optional<Conversation> conversation, Optional<Username> to, Position position)
            implements Ephemeral {
        public static Stored of(Destination destination, Position position) {
            return switch (destination) {
                case Destination.ToRoom(var room) ->
                    new Stored(Optional.of(room), Optional.empty(), Optional.empty(), position);
                case Destination.ToPerson(var conversation, var to) ->
                    new Stored(Optional.empty(), Optional.of(conversation), Optional.of(to), position);
            };
        }
    }

    /** To the user concerned: out of the room, may come back. */
    @JsonTypeName("kicked")
    record Kicked(RoomName room, Username by, String reason, Position position, RoomName to) implements Reply {}

    /** To the user concerned: out of the room until then (for ever if absent). */
    @JsonTypeName("banned")
    record Banned(RoomName room, Username by, String reason, Optional<Instant> until, Position position, RoomName to)
            implements Reply {}

    /** To the user's own sessions: their membership ended on another one. */
    @JsonTypeName("left")
    record LeftRoom(RoomName room, Position position) implements Reply {}

    /** To the user's own other sessions: read elsewhere up to here. */
    @JsonTypeName("read")
    record Read(Optional<RoomName> room, Optional<Conversation> conversation, Position position) implements Reply {}

    /**
     * The gap since the last seen position can't be filled: fetch history.
     *
     * @param position everything up to here is history, everything after it comes live
     */
    @JsonTypeName("reset")
    record Reset(Optional<RoomName> room, Optional<Conversation> conversation, Position position) implements Reply {}

    /** This replica is draining: connect again after that many milliseconds. */
    @JsonTypeName("moving")
    record Moving(long after) implements Reply {}
}

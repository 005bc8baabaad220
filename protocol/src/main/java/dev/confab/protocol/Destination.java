package dev.confab.protocol;

import java.util.Optional;

/** Where content goes, which is the stream that it stands in. On the wire {@code room}, or {@code conversation} and {@code to}. */
public sealed interface Destination {
    StreamKey stream();

    /** To everybody in a room. */
    record ToRoom(RoomName room) implements Destination {
        public ToRoom {
            Required.require(room, "room");
        }

        @Override
        public StreamKey stream() {
            return StreamKey.of(room);
        }
    }

    /**
     * To one other person.
     *
     * @param to the other one of the two, as registered; oneself in a note to oneself
     */
    record ToPerson(Conversation conversation, Username to) implements Destination {
        public ToPerson {
            Required.require(conversation, "conversation");
            Required.require(to, "to");
        }

        @Override
        public StreamKey stream() {
            return StreamKey.of(conversation);
        }
    }

    /** What somebody writes to somebody. */
    static Destination between(Username from, Username to) {
        return new ToPerson(Conversation.between(from, to), to);
    }

    /** @throws ConfabException {@link ErrorCode#INVALID} if neither, or both, are named */
    static Destination of(Optional<RoomName> room, Optional<Conversation> conversation, Optional<Username> to) {
        if (room.isPresent() && (conversation.isPresent() || to.isPresent())) {
            throw new ConfabException(
                    ErrorCode.INVALID, "An event is of a room or of a conversation, not of both.", "room");
        }
        return room.<Destination>map(ToRoom::new)
                .orElseGet(() -> new ToPerson(
                        conversation.orElseThrow(() -> Required.missing("room")),
                        to.orElseThrow(() -> Required.missing("to"))));
    }
}

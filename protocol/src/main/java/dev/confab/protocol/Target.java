package dev.confab.protocol;

import java.util.Optional;

/** What a command is about: a room, or the conversation with somebody. On the wire {@code room} or {@code to}, one of them. */
public sealed interface Target {

    record Room(RoomName name) implements Target {}

    record Person(Username name) implements Target {}

    /** @throws ConfabException {@link ErrorCode#INVALID} if neither, or both, are named */
    static Target of(Optional<RoomName> room, Optional<Username> to) {
        if (room.isPresent() && to.isPresent()) {
            throw new ConfabException(ErrorCode.INVALID, "A command is about a room or a person, not both.", "to");
        }
        return room.<Target>map(Room::new).orElseGet(() -> new Person(to.orElseThrow(() -> Required.missing("room"))));
    }

    /** The stream, for this user. */
    default StreamKey stream(Username user) {
        return switch (this) {
            case Room(var room) -> StreamKey.of(room);
            case Person(var other) -> StreamKey.of(Conversation.between(user, other));
        };
    }
}

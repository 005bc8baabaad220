package dev.confab.gateway.room;

import dev.confab.protocol.Conversation;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Rooms and private conversations by what commands name. */
@ApplicationScoped
public class Streams {
    private final Rooms rooms;
    private final Conversations conversations;

    Streams(Rooms rooms, Conversations conversations) {
        this.rooms = rooms;
        this.conversations = conversations;
    }

    /** Does something with the stream that the target is for this user; it is not forgotten meanwhile. */
    public <T> T with(Target target, Username user, Function<Stream, T> use) {
        return switch (target) {
            case Target.Room(var name) -> use.apply(rooms.get(name));
            case Target.Person(var other) -> conversations.with(Conversation.between(user, other), use::apply);
        };
    }
}

package dev.confab.message.history;

import dev.confab.protocol.Destination;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;

/** How a stream and who is in it are called, where rows know keys alone. */
public sealed interface Naming {
    /** Where something goes that this user wrote in the stream. */
    Destination destination(Username from);

    /** @param name as it was first written */
    record OfRoom(RoomName name) implements Naming {
        @Override
        public Destination destination(Username from) {
            return new Destination.ToRoom(name);
        }
    }

    /** The names of both as they were registered. */
    record OfTwo(Username one, Username other) implements Naming {
        @Override
        public Destination destination(Username from) {
            return Destination.between(from, from.equals(other) ? one : other);
        }
    }
}

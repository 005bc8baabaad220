package dev.confab.message.send;

import dev.confab.message.access.RoomAccess;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes to everybody in a room. */
@ApplicationScoped
class SendToRoom {
    private final SendRate rate;
    private final RoomAccess access;
    private final AppendOnce appendOnce;

    SendToRoom(SendRate rate, RoomAccess access, AppendOnce appendOnce) {
        this.rate = rate;
        this.access = access;
        this.appendOnce = appendOnce;
    }

    Uni<Sent> send(Username from, RoomName room, NewMessage message, Optional<String> ticket) {
        rate.take(from);
        return access.require(room, from, ticket)
                .map(open -> new RoomEvent.Message(open.name(), message.id(), from, message.text()))
                .chain(event -> appendOnce.append(event, from));
    }
}

package dev.confab.gateway.command;

import dev.confab.gateway.presence.PresencePublisher;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.RoomName;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the room know that somebody is typing, now and then. */
@ApplicationScoped
class SignalTyping {
    private final PresencePublisher presence;

    SignalTyping(PresencePublisher presence) {
        this.presence = presence;
    }

    void signal(ClientSession session, RoomName room) {
        session.requireIn(room);
        if (session.mayType()) {
            presence.typing(room, session.user());
        }
    }
}

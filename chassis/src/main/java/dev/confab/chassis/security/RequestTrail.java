package dev.confab.chassis.security;

import dev.confab.chassis.client.Client;
import dev.confab.chassis.identity.CurrentUser;
import dev.confab.protocol.RoomName;
import jakarta.enterprise.context.RequestScoped;

/** What the signed-in user of this request does. */
@RequestScoped
public class RequestTrail {
    private final SecurityLog log;
    private final CurrentUser user;
    private final Client client;

    RequestTrail(SecurityLog log, CurrentUser user, Client client) {
        this.log = log;
        this.user = user;
        this.client = client;
    }

    /** A line about something that the user does in a room. */
    public SecurityLog.Entry of(SecurityEvent event, RoomName room) {
        return log.of(event)
                .by(user.username())
                .session(user.session())
                .address(client.address())
                .room(room);
    }
}

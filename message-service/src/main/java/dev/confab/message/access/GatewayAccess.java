package dev.confab.message.access;

import dev.confab.chassis.identity.Passes;
import dev.confab.protocol.Pass;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets gateways in, who act for their users. */
@ApplicationScoped
public class GatewayAccess {
    private final Passes passes;
    private final RoomAccess rooms;

    GatewayAccess(Passes passes, RoomAccess rooms) {
        this.passes = passes;
        this.rooms = rooms;
    }

    /** The user that the gateway acts for; fails with {@code unauthenticated}. */
    public Uni<Username> user(Optional<String> pass) {
        return passes.require(pass).map(Pass::user);
    }

    /** The room, if the ticket lets the user into it and nothing has ended it. */
    public Uni<RoomAccess.Open> require(RoomName room, Username user, Optional<String> ticket) {
        return rooms.requireWithTicket(room, user, ticket);
    }
}

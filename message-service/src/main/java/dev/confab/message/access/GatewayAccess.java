package dev.confab.message.access;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Pass;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Lets gateways in, who act for their users. */
@ApplicationScoped
public class GatewayAccess {
    private final SigningKey key;
    private final RoomAccess rooms;

    GatewayAccess(SigningKey key, RoomAccess rooms) {
        this.key = key;
        this.rooms = rooms;
    }

    /** The user that the gateway acts for. */
    public Username user(Optional<String> pass) {
        return pass.flatMap(token -> Pass.verify(key, token, Instant.now()))
                .map(Pass::user)
                .orElseThrow(() -> new ConfabException(ErrorCode.UNAUTHENTICATED, "This needs a gateway's pass."));
    }

    /** The room, if the ticket lets the user into it and nothing has ended it. */
    public Uni<RoomAccess.Open> require(RoomName room, Username user, Optional<String> ticket) {
        return rooms.requireWithTicket(room, user, ticket);
    }
}

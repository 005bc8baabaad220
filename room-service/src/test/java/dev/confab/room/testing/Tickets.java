package dev.confab.room.testing;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;

/** Reads the tickets that room-service issues, as gateways do. */
public final class Tickets {
    public static final SigningKey KEY = new SigningKey(RoomServiceBackends.SECRET);

    private Tickets() {}

    public static Ticket in(ValidatableResponse admission, Person person, String room) {
        String ticket = admission.statusCode(200).extract().path("ticket");
        return Ticket.verify(KEY, ticket, person.username(), new RoomName(room), Instant.now())
                .orElseThrow();
    }

    /** Whether somebody who has read the whole log takes the ticket. */
    public static boolean isGood(Ticket ticket) {
        return !Log.fences(ticket.room().value()).endsTicketOf(ticket.user(), ticket.position());
    }
}

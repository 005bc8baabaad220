package dev.confab.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * Proof that room-service let a user into a room. Whoever holds the signing key checks it without asking anybody, and
 * then looks for kicks and bans since its position in what it has read of the room's log ({@link Fences#endsTicketOf}).
 *
 * @param epoch of the log that the position is of, absent in tickets that are older than this member; see {@link #isOf}
 * @param position of the room's log when it was issued, as far as room-service knew
 */
public record Ticket(
        Username user, RoomName room, Role role, Optional<Epoch> epoch, Position position, Instant expiresAt) {
    /** In which REST clients may show it. */
    public static final String HEADER = "Confab-Ticket";

    private static final String PURPOSE = "ticket";

    public String sign(SigningKey key) {
        return key.sign(PURPOSE, Json.bytes(this));
    }

    /** The ticket, if it is genuine, not expired, and made for this user and this room; in which log is for {@link #isOf}. */
    public static Optional<Ticket> verify(SigningKey key, String token, Username user, RoomName room, Instant now) {
        return key.verify(PURPOSE, token)
                .map(payload -> Json.read(payload, Ticket.class))
                .filter(ticket -> ticket.user().equals(user) && ticket.room().equals(room))
                .filter(ticket -> now.isBefore(ticket.expiresAt()));
    }

    /** Whether its position is of that log; in another one, or if it doesn't say, the ticket is worth nothing. */
    public boolean isOf(Epoch log) {
        return epoch.filter(log::equals).isPresent();
    }
}

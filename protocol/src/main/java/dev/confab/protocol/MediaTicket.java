package dev.confab.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * Proof that somebody has uploaded a file: with it they send it, as often as they want until it expires. Whoever holds the
 * signing key checks it without asking anybody.
 */
public record MediaTicket(Username user, Attachment attachment, Instant expiresAt) {
    private static final String PURPOSE = "media";

    public String sign(SigningKey key) {
        return key.sign(PURPOSE, Json.bytes(this));
    }

    /** The ticket, if it is genuine, not expired, and this user's. */
    public static Optional<MediaTicket> verify(SigningKey key, String token, Username user, Instant now) {
        return key.verify(PURPOSE, token)
                .map(payload -> Json.read(payload, MediaTicket.class))
                .filter(ticket -> ticket.user().equals(user))
                .filter(ticket -> now.isBefore(ticket.expiresAt()));
    }
}

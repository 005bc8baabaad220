package dev.confab.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * By which a gateway acts for one of its signed-in users towards another service: header {@code Confab-Pass} on {@code
 * /internal/} endpoints, which gateways never proxy. It lives for seconds.
 */
public record Pass(Username user, SessionId session, Instant expiresAt) {
    public static final String HEADER = "Confab-Pass";
    private static final String PURPOSE = "pass";

    public String sign(SigningKey key) {
        return key.sign(PURPOSE, Json.bytes(this));
    }

    public static Optional<Pass> verify(SigningKey key, String token, Instant now) {
        return key.verify(PURPOSE, token)
                .map(payload -> Json.read(payload, Pass.class))
                .filter(pass -> now.isBefore(pass.expiresAt()));
    }
}

package dev.confab.auth.key;

import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes what every service takes for proof of who is asking. */
@ApplicationScoped
public class SignAccessToken {
    private static final String CONFAB = "confab";

    private final TokenKeys keys;
    private final Duration lifetime;

    SignAccessToken(TokenKeys keys, TokensConfig config) {
        this.keys = keys;
        this.lifetime = config.lifetime();
    }

    public AccessToken sign(Username user, SessionId session, Instant now) {
        TokenKey key = keys.signing();
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plus(lifetime);
        String token = Jwt.issuer(CONFAB)
                .audience(CONFAB)
                .subject(user.value())
                .upn(user.value())
                .claim("sid", session.value())
                .issuedAt(issuedAt)
                .expiresAt(expiresAt)
                .jws()
                .algorithm(key.algorithm())
                .keyId(key.id())
                .sign(key.privateKey());
        return new AccessToken(token, expiresAt);
    }
}

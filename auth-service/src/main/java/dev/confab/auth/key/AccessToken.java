package dev.confab.auth.key;

import java.time.Instant;

/** A signed access token (JWT) and when it ends. */
public record AccessToken(String value, Instant expiresAt) {
    @Override
    public String toString() {
        return "AccessToken[until " + expiresAt + "]";
    }
}

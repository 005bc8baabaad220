package dev.confab.auth.session;

import dev.confab.protocol.SessionId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the refresh cookie holds: which session, and a link of its {@link RefreshChain}. Opaque to clients.
 *
 * @param link 32 bytes, base64url
 */
record RefreshToken(SessionId session, String link) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    static Optional<RefreshToken> parse(String cookie) {
        Matcher parts = FORM.matcher(cookie);
        return parts.matches()
                ? Optional.of(new RefreshToken(new SessionId(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    String toCookie() {
        return session.value() + "." + link;
    }

    @Override
    public String toString() {
        return "RefreshToken[" + session + "]";
    }
}

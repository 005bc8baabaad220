package dev.confab.chassis.identity;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The signed-in user of this request. Its methods fail with {@link ErrorCode#UNAUTHENTICATED} where there is none. */
@RequestScoped
public class CurrentUser {
    private final JsonWebToken token;

    CurrentUser(JsonWebToken token) {
        this.token = token;
    }

    public Username username() {
        return new Username(require(token.getName()));
    }

    public SessionId session() {
        return new SessionId(require(token.getClaim("sid")));
    }

    private static String require(@Nullable String claim) {
        if (claim == null) {
            throw new ConfabException(ErrorCode.UNAUTHENTICATED, "Sign in first: no valid access token was sent.");
        }
        return claim;
    }
}

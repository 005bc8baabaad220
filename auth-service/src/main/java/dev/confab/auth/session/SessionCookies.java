package dev.confab.auth.session;

import dev.confab.chassis.client.Client;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;

/** The cookies by which browsers are signed in: out of reach of scripts, and not sent along by other sites' requests. */
@RequestScoped
public class SessionCookies {
    static final String ACCESS = "confab_access";
    static final String REFRESH = "confab_refresh";
    private static final String REFRESH_PATH = "/api/auth";

    private final boolean secure;
    private final Duration sessionLifetime;

    SessionCookies(Client client, CookiesConfig cookies, SessionsConfig sessions) {
        this.secure = cookies.secure() || client.isSecure();
        this.sessionLifetime = sessions.lifetime();
    }

    /** The answer with the cookies of the session. */
    public Response signedIn(Response.Status status, SignedIn signedIn) {
        Duration access = Duration.between(Instant.now(), signedIn.expiresAt());
        return Response.status(status)
                .entity(signedIn)
                .cookie(cookie(ACCESS, signedIn.accessToken(), "/", access))
                .cookie(cookie(REFRESH, signedIn.refreshCookie(), REFRESH_PATH, sessionLifetime))
                .build();
    }

    /** The answer that takes the cookies away. */
    Response signedOut() {
        return Response.noContent()
                .cookie(cookie(ACCESS, "", "/", Duration.ZERO))
                .cookie(cookie(REFRESH, "", REFRESH_PATH, Duration.ZERO))
                .build();
    }

    private NewCookie cookie(String name, String value, String path, Duration maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge((int) maxAge.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}

package dev.confab.auth.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Browsers that come without a gateway in between: their cookie counts as the token it holds, unless they sent one. */
final class AccessCookie {
    private static final int BEFORE_AUTHENTICATION = 1_000;

    void register(@Observes Filters filters) {
        filters.register(AccessCookie::asToken, BEFORE_AUTHENTICATION);
    }

    private static void asToken(RoutingContext context) {
        @Nullable Cookie cookie = context.request().getCookie(SessionCookies.ACCESS);
        if (cookie != null && !context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            context.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + cookie.getValue());
        }
        context.next();
    }
}

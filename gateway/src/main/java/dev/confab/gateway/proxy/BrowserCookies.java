package dev.confab.gateway.proxy;

import dev.confab.gateway.web.CookieNames;
import dev.confab.gateway.web.Site;
import io.netty.handler.codec.http.cookie.ClientCookieDecoder;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that auth-service sets, as browsers keep them: under the names that they have there, and over HTTPS for HTTPS
 * alone. The access token does not come this way but as a bearer token.
 */
@ApplicationScoped
class BrowserCookies {
    private static final String REFRESH = "confab_refresh";

    private final CookieNames names;
    private final Site site;

    BrowserCookies(CookieNames names, Site site) {
        this.names = names;
        this.site = site;
    }

    /** Adds what auth-service may see of the browser's cookies to a request that it gets. */
    void passOn(HttpServerRequest request, MultiMap outbound) {
        names.value(REFRESH, request).ifPresent(value -> outbound.set("Cookie", REFRESH + "=" + value));
    }

    /** @param line of auth-service; nothing if it can't be read */
    Optional<String> inBrowser(String line, HttpServerRequest request) {
        @Nullable DefaultCookie cookie = (DefaultCookie) ClientCookieDecoder.STRICT.decode(line);
        if (cookie == null) {
            return Optional.empty();
        }
        boolean secure = site.isSecure(request);
        var kept = new DefaultCookie(names.inBrowser(cookie.name(), request), cookie.value());
        kept.setMaxAge(cookie.maxAge());
        kept.setHttpOnly(true);
        kept.setSameSite(cookie.sameSite());
        kept.setSecure(secure);
        // what is for this host alone is for all of it
        kept.setPath(secure ? "/" : cookie.path());
        return Optional.of(ServerCookieEncoder.STRICT.encode(kept));
    }
}

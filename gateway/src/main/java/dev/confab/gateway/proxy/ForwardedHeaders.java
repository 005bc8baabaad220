package dev.confab.gateway.proxy;

import dev.confab.gateway.proxy.Routes.Target;
import dev.confab.protocol.Pass;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the services get to see of a request: who and from where, but no cookies that are not theirs. */
@ApplicationScoped
class ForwardedHeaders {
    private static final String ACCESS_COOKIE = "confab_access";
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    private final Routes routes;
    private final boolean behindProxy;

    /** @param behindProxy Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy in front that can be trusted. */
    ForwardedHeaders(
            Routes routes,
            @ConfigProperty(name = "confab.proxy.behind-proxy", defaultValue = "false") boolean behindProxy) {
        this.routes = routes;
        this.behindProxy = behindProxy;
    }

    void rewrite(ProxyRequest outbound) {
        HttpServerRequest request = outbound.proxiedRequest();
        MultiMap headers = outbound.headers();
        headers.remove(Pass.HEADER);
        if (!headers.contains("Authorization")) {
            accessToken(request).ifPresent(token -> headers.set("Authorization", "Bearer " + token));
        }
        if (!routes.find(request.path()).map(Target::readsCookies).orElse(false)) {
            headers.remove("Cookie");
        }
        if (!behindProxy || !headers.contains(FOR)) {
            headers.set(FOR, request.remoteAddress().hostAddress());
            headers.set(PROTO, request.isSSL() ? "https" : "http");
        }
    }

    private static Optional<String> accessToken(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(ACCESS_COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }
}

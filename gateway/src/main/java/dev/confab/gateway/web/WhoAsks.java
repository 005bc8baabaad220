package dev.confab.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The one rule for who somebody is, by whatever way they come: an {@code Authorization} header, where there is one, decides
 * alone; else a browser's cookie counts as the bearer token that it holds.
 */
@ApplicationScoped
class WhoAsks {
    private static final String ACCESS = "confab_access";
    /** Before anybody is authenticated. */
    private static final int PRIORITY = 1_000;

    private final CookieNames cookies;

    WhoAsks(CookieNames cookies) {
        this.cookies = cookies;
    }

    void register(@Observes Filters filters) {
        filters.register(this::decide, PRIORITY);
    }

    private void decide(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            cookies.value(ACCESS, request)
                    .ifPresent(token -> request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        }
        context.next();
    }
}

package dev.confab.gateway.proxy;

import dev.confab.gateway.proxy.Routes.Target;
import dev.confab.gateway.web.Site;
import dev.confab.protocol.Ticket;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the services get to see of a request, and clients of an answer: what is of use to them, by name. So nothing that a
 * client makes up reaches a service, and nothing that a service says of itself, such as where it is, leaves.
 */
@ApplicationScoped
class PassedHeaders implements ProxyInterceptor {
    private static final Set<String> OF_REQUESTS = Set.of(
            "accept",
            "accept-language",
            "authorization",
            "content-type",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "range",
            "user-agent",
            Ticket.HEADER.toLowerCase(Locale.ROOT));

    private static final Set<String> OF_ANSWERS = Set.of(
            "accept-ranges",
            "allow",
            "cache-control",
            "content-disposition",
            "content-language",
            "content-length",
            "content-range",
            "content-security-policy",
            "content-type",
            "etag",
            "last-modified",
            "retry-after",
            "vary",
            "www-authenticate",
            "x-content-type-options");

    /** Addresses, of which the path is true for clients, too. */
    private static final Set<String> ADDRESSES = Set.of("location", "content-location");

    private final Routes routes;
    private final Site site;
    private final BrowserCookies cookies;

    PassedHeaders(Routes routes, Site site, BrowserCookies cookies) {
        this.routes = routes;
        this.site = site;
        this.cookies = cookies;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest outbound = context.request();
        HttpServerRequest request = outbound.proxiedRequest();
        outbound.setURI(path(outbound.getURI()));
        MultiMap headers = outbound.headers();
        MultiMap asked = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        headers.clear();
        asked.forEach((name, value) -> {
            if (OF_REQUESTS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(name, value);
            }
        });
        headers.set("X-Forwarded-For", site.address(request));
        headers.set("X-Forwarded-Proto", site.isSecure(request) ? "https" : "http");
        if (routes.find(request.method(), request.path())
                .map(Target::readsCookies)
                .orElse(false)) {
            cookies.passOn(request, headers);
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        MultiMap headers = context.response().headers();
        MultiMap answered = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        headers.clear();
        answered.forEach((name, value) -> {
            String known = name.toLowerCase(Locale.ROOT);
            if (OF_ANSWERS.contains(known)) {
                headers.add(name, value);
            } else if (ADDRESSES.contains(known)) {
                headers.add(name, path(value));
            } else if (known.equals("set-cookie")) {
                cookies.inBrowser(value, request).ifPresent(cookie -> headers.add(name, cookie));
            }
        });
        return context.sendResponse();
    }

    /** The address as seen from the host that it is on. */
    private static String path(String address) {
        if (address.startsWith("/")) {
            return address;
        }
        URI uri = URI.create(address);
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(given -> !given.isEmpty())
                .orElse("/");
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}

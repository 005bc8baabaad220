package dev.confab.gateway.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which pages may speak to this gateway with their visitors' cookies: its own, and those of the allow-list. */
@ApplicationScoped
public class Origins {
    private static final Logger LOG = Logger.getLogger(Origins.class);

    private final Set<String> allowed;
    private final Site site;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param allowed Other pages that may use this gateway with their visitors' cookies, such as https://chat.example. */
    Origins(Site site, @ConfigProperty(name = "confab.origins") Optional<List<String>> allowed) {
        this.site = site;
        this.allowed = allowed.orElse(List.of()).stream().map(Origins::normal).collect(Collectors.toSet());
    }

    /**
     * Whether the request comes from a page that must not make it. Browsers leave out the {@code Origin} of links and images;
     * of these, another site's is told by {@code Sec-Fetch-Site}. A request with neither is no page's.
     */
    public boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return isForeign(request.getHeader("Sec-Fetch-Site"));
        }
        boolean secure = site.isSecure(request);
        boolean foreign = isForeign(origin, secure, request.getHeader("Host"));
        if (foreign
                && !secure
                && !isForeign(origin, true, request.getHeader("Host"))
                && warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "the page at %s is taken for another site's, since requests come over plain HTTP: where a proxy in"
                            + " front ends TLS, set confab.proxy.behind-proxy or confab.cookies.secure",
                    origin);
        }
        return foreign;
    }

    /** @param site from which the request comes: a neighbour, such as another port of this host, is foreign as well */
    static boolean isForeign(@Nullable String site) {
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    boolean isForeign(String origin, boolean secure, @Nullable String host) {
        if (allowed.contains(normal(origin))) {
            return false;
        }
        Optional<String> own = plain((secure ? "https://" : "http://") + host);
        return host == null || own.isEmpty() || !own.equals(plain(origin));
    }

    private static String normal(String origin) {
        return origin.strip().toLowerCase(Locale.ROOT);
    }

    /** Scheme, host and port, without a port that is the scheme's own; empty if it can't be read. */
    private static Optional<String> plain(String origin) {
        try {
            URI uri = URI.create(normal(origin));
            String usual = "https".equals(uri.getScheme()) ? ":443$" : ":80$";
            return Optional.ofNullable(uri.getRawAuthority())
                    .map(authority -> uri.getScheme() + "://" + authority.replaceFirst(usual, ""));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

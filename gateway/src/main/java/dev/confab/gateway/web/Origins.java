package dev.confab.gateway.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which pages may speak to this gateway with their visitors' cookies: its own, and those of the allow-list. */
@ApplicationScoped
public class Origins {
    private final Set<String> allowed;

    /** @param allowed Other pages that may use this gateway with their visitors' cookies, such as https://chat.example. */
    Origins(@ConfigProperty(name = "confab.origins") Optional<List<String>> allowed) {
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
        return isForeign(origin, request.getHeader("Host"));
    }

    /** @param site from which the request comes: a neighbour, such as another port of this host, is foreign as well */
    static boolean isForeign(@Nullable String site) {
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    boolean isForeign(String origin, @Nullable String host) {
        String normal = normal(origin);
        return !allowed.contains(normal) && (host == null || !authority(normal).equals(authority("//" + host)));
    }

    private static String normal(String origin) {
        return origin.strip().toLowerCase(Locale.ROOT);
    }

    /** Host and port, without a port that is the scheme's own. */
    private static String authority(String origin) {
        try {
            String authority = URI.create(origin.toLowerCase(Locale.ROOT)).getRawAuthority();
            return authority == null ? "" : authority.replaceFirst(":(80|443)$", "");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}

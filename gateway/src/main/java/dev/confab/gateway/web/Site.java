package dev.confab.gateway.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How browsers see this server: what it is called, whether they speak HTTPS with it, and where they are. */
@ApplicationScoped
public class Site {
    private static final Logger LOG = Logger.getLogger(Site.class);

    private final Set<String> hosts;
    private final boolean secure;
    private final boolean behindProxy;

    /**
     * @param hosts The names (with the port, unless it is the usual one) that this server has for its clients, such as
     *     chat.example. Requests for another are refused; any name will do if this is not set.
     * @param secure Whether clients speak HTTPS with this server, whatever requests say: a proxy in front ends TLS. Cookies
     *     are Secure then, and named so that no other host can set them.
     * @param behindProxy Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy in front that can be trusted.
     */
    Site(
            @ConfigProperty(name = "confab.hosts") Optional<List<String>> hosts,
            @ConfigProperty(name = "confab.cookies.secure", defaultValue = "false") boolean secure,
            @ConfigProperty(name = "confab.proxy.behind-proxy", defaultValue = "false") boolean behindProxy) {
        this.hosts = hosts.orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        this.secure = secure;
        this.behindProxy = behindProxy;
    }

    void onStart(@Observes StartupEvent started) {
        if (hosts.isEmpty() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn("answers to any host name: set confab.hosts to the site's own");
        }
        if (!secure && !behindProxy && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn("cookies are not Secure unless clients connect by TLS: behind a proxy that ends it, set"
                    + " confab.proxy.behind-proxy or confab.cookies.secure");
        }
    }

    /** Whether requests for this host are for this server. */
    boolean isCalled(String host) {
        return hosts.isEmpty() || hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether the client speaks HTTPS, if only as far as a proxy that can be trusted. */
    public boolean isSecure(HttpServerRequest request) {
        return secure
                || request.isSSL()
                || (behindProxy && "https".equalsIgnoreCase(last(request, "X-Forwarded-Proto")));
    }

    /** Where the client is. */
    public String address(HttpServerRequest request) {
        String forwarded = behindProxy ? last(request, "X-Forwarded-For") : "";
        return isAddress(forwarded) ? forwarded : request.remoteAddress().hostAddress();
    }

    private static boolean isAddress(String text) {
        try {
            return !text.isEmpty() && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** What the proxy itself has added; what comes before it was claimed by whoever asked. */
    private static String last(HttpServerRequest request, String header) {
        List<String> all = request.headers().getAll(header);
        @Nullable String value = all.isEmpty() ? null : all.getLast();
        return value == null ? "" : value.substring(value.lastIndexOf(',') + 1).strip();
    }
}

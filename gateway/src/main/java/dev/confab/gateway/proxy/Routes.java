package dev.confab.gateway.proxy;

import dev.confab.gateway.remote.RemoteConfig;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which service answers which path. */
@ApplicationScoped
class Routes {
    private static final Pattern MESSAGES =
            Pattern.compile("/api/(direct(/.*)?|unread|search|rooms/[^/]+/(messages|pins)(/.*)?)");
    private static final Pattern ROOMS = Pattern.compile("/api/rooms(/.*)?");
    private static final Pattern EVENTS = Pattern.compile("/api/rooms/[^/]+/events");
    private static final Pattern SEND = Pattern.compile("/api/(rooms|direct)/[^/]+/messages");
    private static final Pattern ONE_MESSAGE = Pattern.compile("/api/(rooms|direct)/[^/]+/messages/[^/]+/[^/]+");
    private static final Pattern MARK = Pattern.compile(ONE_MESSAGE + "/(reactions/[^/]+|pin)");
    private static final Pattern READ = Pattern.compile("/api/(rooms|direct)/[^/]+/read");
    private static final Pattern MEDIA = Pattern.compile("/api/media(/[^/]+)?");
    private static final Pattern AUTH = Pattern.compile("/api/auth/.*|/api/users(/.*)?|/\\.well-known/jwks\\.json");

    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<HttpMethod> MARKS = Set.of(HttpMethod.PUT, HttpMethod.DELETE);

    private final RemoteConfig services;

    Routes(RemoteConfig services) {
        this.services = services;
    }

    /**
     * A service to pass a request to.
     *
     * @param hasFiles whether what goes there or comes from there is large
     */
    record Target(URI base, boolean readsCookies, boolean hasFiles) {
        private static Target of(URI base) {
            return new Target(base, false, false);
        }

        boolean isSecure() {
            return "https".equals(base.getScheme());
        }

        int port() {
            return base.getPort() > 0 ? base.getPort() : isSecure() ? 443 : 80;
        }
    }

    private static boolean isAnsweredHere(HttpMethod method, String path) {
        return EVENTS.matcher(path).matches()
                || READ.matcher(path).matches()
                || (method.equals(HttpMethod.POST) && SEND.matcher(path).matches())
                || (CHANGES.contains(method) && ONE_MESSAGE.matcher(path).matches())
                || (MARKS.contains(method) && MARK.matcher(path).matches());
    }

    /** @param path as it came, still encoded */
    Optional<Target> find(HttpMethod method, String path) {
        if (isAnsweredHere(method, path)) {
            return Optional.empty();
        }
        if (MESSAGES.matcher(path).matches()) {
            return Optional.of(Target.of(services.message().url()));
        }
        if (ROOMS.matcher(path).matches()) {
            return Optional.of(Target.of(services.room().url()));
        }
        if (AUTH.matcher(path).matches()) {
            return Optional.of(new Target(services.auth().url(), true, false));
        }
        if (MEDIA.matcher(path).matches()) {
            return Optional.of(new Target(services.media().url(), false, true));
        }
        return Optional.empty();
    }
}

package dev.confab.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.chassis.problem.RawPath;
import dev.confab.gateway.presence.PresencePublisher;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Sees read markers pass on their way to message-service and, when it has kept one, tells the user's sessions on all
 * gateways. Whose marker it is stands in the access token, which message-service has verified by then.
 */
@ApplicationScoped
class ReadMarkers implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(ReadMarkers.class);
    private static final Pattern PATH = Pattern.compile("/api/(rooms|direct)/([^/]+)/read");

    private final PresencePublisher presence;

    ReadMarkers(PresencePublisher presence) {
        this.presence = presence;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        boolean isMarker = context.request().getMethod().equals(HttpMethod.PUT)
                && path(context).matches();
        if (isMarker && context.response().getStatusCode() == 204) {
            tell(context, RequestBody.of(context));
        }
        return context.sendResponse();
    }

    private void tell(ProxyContext context, Buffer body) {
        Matcher path = path(context);
        try {
            Position position = new Position(
                    Json.read(body.getBytes(), JsonNode.class).path("position").longValue());
            Username user = user(context.request());
            String name = path.matches() ? RawPath.decode(path.group(2)).orElse("") : "";
            if (path.group(1).equals("rooms")) {
                presence.read(user, Optional.of(new RoomName(name)), Optional.empty(), position);
            } else {
                Conversation conversation = Conversation.between(user, new Username(name));
                presence.read(user, Optional.empty(), Optional.of(conversation), position);
            }
        } catch (ConfabException | IllegalArgumentException e) {
            LOG.debug("a read marker was kept but can't be told", e);
        }
    }

    private static Matcher path(ProxyContext context) {
        return PATH.matcher(context.request().proxiedRequest().path());
    }

    private static Username user(ProxyRequest request) {
        String[] token = request.headers().get("Authorization").split("[ .]", -1);
        JsonNode claims = Json.read(Base64.getUrlDecoder().decode(token[2]), JsonNode.class);
        return new Username(claims.path("upn").asText());
    }
}

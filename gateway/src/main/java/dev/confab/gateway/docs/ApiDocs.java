package dev.confab.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.gateway.remote.Remote;
import dev.confab.gateway.remote.RemoteConfig;
import dev.confab.protocol.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /api/openapi.json}, put together from what each service describes of itself, and {@code /api/docs}, a page to
 * browse it. A service that is down is left out.
 */
@ApplicationScoped
class ApiDocs {
    private static final Duration KEEP = Duration.ofSeconds(30);

    private final Remote remote;
    private final Map<String, URI> services = new LinkedHashMap<>();
    private final Uni<byte[]> document;
    private volatile long mergedAt;

    ApiDocs(Remote remote, RemoteConfig config, @ConfigProperty(name = "quarkus.http.port") int ownPort) {
        this.remote = remote;
        services.put("auth", config.auth().url());
        services.put("room", config.room().url());
        services.put("message", config.message().url());
        services.put("media", config.media().url());
        services.put("gateway", URI.create("http://127.0.0.1:" + ownPort));
        document = Uni.createFrom().deferred(this::merge).memoize().until(this::isOutdated);
    }

    void mount(@Observes Router router) {
        router.get("/api/openapi.json").handler(this::sendDocument);
        router.get("/api/docs").handler(context -> context.reroute("/api-docs/index.html"));
    }

    private void sendDocument(RoutingContext context) {
        HttpServerResponse response = context.response().putHeader("Content-Type", "application/json");
        document.subscribe().with(bytes -> response.end(Buffer.buffer(bytes)), context::fail);
    }

    private boolean isOutdated() {
        return System.nanoTime() - mergedAt > KEEP.toNanos();
    }

    private Uni<byte[]> merge() {
        mergedAt = System.nanoTime();
        MergedDocument merged = new MergedDocument();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<String, URI> service : services.entrySet()) {
            all = all.chain(() -> describe(service.getValue()))
                    .invoke(described -> merged.add(service.getKey(), described))
                    .onFailure()
                    .recoverWithNull()
                    .replaceWithVoid();
        }
        return all.map(done -> Json.bytes(merged.json()));
    }

    private Uni<JsonNode> describe(URI service) {
        return remote.get(service, "/q/openapi?format=json").map(body -> Json.read(body, JsonNode.class));
    }
}

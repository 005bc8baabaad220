package dev.confab.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.confab.protocol.Json;
import java.util.Map;

/**
 * The OpenAPI documents of several services as one. Schemas are renamed to {@code <service>.<name>}, so that two services
 * may use a name for different things; paths that gateways don't serve are left out.
 */
final class MergedDocument {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String BEARER = "bearer";

    private final ObjectNode document = Json.mapper().createObjectNode();
    private final ObjectNode paths = Json.mapper().createObjectNode();
    private final ObjectNode schemas = Json.mapper().createObjectNode();

    MergedDocument() {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Confab")
                .put("version", "1")
                .put(
                        "description",
                        "REST of all services, as gateways serve it. Errors are application/problem+json. An"
                                + " Authorization header decides who asks; a browser's cookie counts where there is none.");
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas);
        components
                .putObject("securitySchemes")
                .putObject(BEARER)
                .put("type", "http")
                .put("scheme", "bearer");
        document.putArray("security").addObject().putArray(BEARER);
    }

    /** Adds what one service describes. */
    void add(String service, JsonNode described) {
        for (Map.Entry<String, JsonNode> path : described.path("paths").properties()) {
            if (path.getKey().startsWith("/api/") || path.getKey().startsWith("/.well-known/")) {
                JsonNode item = rename(service, path.getValue());
                paths.withObjectProperty(path.getKey()).setAll((ObjectNode) item);
            }
        }
        for (Map.Entry<String, JsonNode> schema :
                described.path("components").path("schemas").properties()) {
            schemas.set(service + "." + schema.getKey(), rename(service, schema.getValue()));
        }
    }

    ObjectNode json() {
        return document;
    }

    private static JsonNode rename(String service, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = Json.mapper().createObjectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), rename(service, field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = Json.mapper().createArrayNode();
                array.forEach(item -> copy.add(rename(service, item)));
                yield copy;
            }
            case TextNode text
            when text.asText().startsWith(SCHEMAS) ->
                TextNode.valueOf(SCHEMAS + service + "." + text.asText().substring(SCHEMAS.length()));
            default -> node;
        };
    }
}

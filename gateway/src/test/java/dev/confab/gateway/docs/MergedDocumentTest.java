package dev.confab.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.Json;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {
    private static final String ROOM = """
            {"paths": {
               "/api/rooms": {"get": {"responses": {"200": {"$ref": "#/components/schemas/Page"}}}},
               "/internal/rooms/{room}/join": {"post": {}}},
             "components": {"schemas": {"Page": {"items": {"$ref": "#/components/schemas/Row"}}, "Row": {}}}}
            """;
    private static final String MESSAGE = """
            {"paths": {"/api/rooms/{room}/messages": {"get": {"summary": "A page"}}},
             "components": {"schemas": {"Page": {"type": "object"}}}}
            """;

    @Test
    void shouldKeepApartWhatTwoServicesCallByTheSameName() {
        MergedDocument merged = new MergedDocument();

        merged.add("room", Json.read(ROOM, JsonNode.class));
        merged.add("message", Json.read(MESSAGE, JsonNode.class));

        JsonNode schemas = merged.json().at("/components/schemas");
        assertThat(schemas.at("/message.Page/type").asText()).isEqualTo("object");
        assertThat(schemas.at("/room.Page/items/$ref").asText()).isEqualTo("#/components/schemas/room.Row");
        assertThat(merged.json()
                        .at("/paths/~1api~1rooms/get/responses/200/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/room.Page");
    }

    @Test
    void shouldLeaveOutWhatGatewaysDoNotServe() {
        MergedDocument merged = new MergedDocument();

        merged.add("room", Json.read(ROOM, JsonNode.class));

        assertThat(merged.json().path("paths").fieldNames()).toIterable().containsExactly("/api/rooms");
    }
}

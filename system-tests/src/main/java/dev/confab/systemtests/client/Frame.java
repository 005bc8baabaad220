package dev.confab.systemtests.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import java.util.Optional;

/** One JSON text that came over a WebSocket. */
public record Frame(JsonNode json) {

    static Frame parse(String text) {
        try {
            return new Frame(Json.mapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError("a frame is no JSON: " + text, e);
        }
    }

    public String type() {
        return json.path("type").asText();
    }

    public boolean isOk() {
        return type().equals("ok");
    }

    Optional<String> ref() {
        return Optional.ofNullable(json.path("ref").textValue());
    }

    /** A member that must be there and be a string. */
    public String text(String member) {
        JsonNode value = json.path(member);
        if (!value.isTextual()) {
            throw new AssertionError("no string called " + member + " in " + json);
        }
        return value.textValue();
    }

    /** Fails unless there is a position, and it is a number. */
    public long position() {
        JsonNode value = json.path("position");
        if (!value.isIntegralNumber()) {
            throw new AssertionError("no position in " + json);
        }
        return value.longValue();
    }

    /** Fails unless this says that the command was carried out. */
    public Frame expectOk() {
        if (!isOk()) {
            throw new AssertionError("refused: " + json);
        }
        return this;
    }

    /** Fails unless this is the error, with a detail for people. */
    public Frame expectError(ErrorCode code) {
        boolean said = type().equals("error") && json.path("code").asText().equals(code.wire());
        if (!said || json.path("detail").asText().isBlank()) {
            throw new AssertionError("expected error " + code.wire() + ", heard " + json);
        }
        return this;
    }

    /** As {@link #expectError(ErrorCode)}, and this member of the command is to blame. */
    public Frame expectError(ErrorCode code, String field) {
        expectError(code);
        if (!json.path("field").asText().equals(field)) {
            throw new AssertionError("expected the field " + field + " to be blamed, heard " + json);
        }
        return this;
    }

    @Override
    public String toString() {
        return json.toString();
    }
}

package dev.confab.systemtests.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What REST answered.
 *
 * @param request method and path, for messages
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {
    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\bat [a-z]+\\.[a-z]|(dev\\.confab|java|io\\.quarkus|jakarta)\\.[a-z]");

    /** Fails unless this is the status. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("%s was answered %d, not %d: %s".formatted(request, status, expected, bodyText()));
        }
        return this;
    }

    /** Fails unless this is the error, told as problem details that give nothing of the server's insides away. */
    public Answer expectProblem(ErrorCode code) {
        expect(code.httpStatus());
        require("application/problem+json".equals(mediaType()), "a media type of application/problem+json");
        require(code.wire().equals(json().path("code").asText()), "code " + code.wire());
        require(json().path("status").asInt() == status, "its status as a member");
        for (String member : new String[] {"type", "title", "detail"}) {
            require(!json().path(member).asText().isBlank(), member);
        }
        require(!INSIDES.matcher(bodyText()).find(), "nothing of the server's insides");
        if (code == ErrorCode.RATE_LIMITED) {
            require(json().path("retryAfter").asLong() > 0, "retryAfter");
            require(header("Retry-After").equals(json().path("retryAfter").asText()), "the same as a header");
        }
        return this;
    }

    /** As {@link #expectProblem(ErrorCode)}, and this member of the request is to blame. */
    public Answer expectProblem(ErrorCode code, String field) {
        expectProblem(code);
        require(field.equals(json().path("field").asText()), "field " + field);
        return this;
    }

    private void require(boolean condition, String expectation) {
        if (!condition) {
            throw new AssertionError("%s was answered without %s: %d %s %s"
                    .formatted(request, expectation, status, headers.map(), bodyText()));
        }
    }

    public JsonNode json() {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError("%s was answered with no JSON: %s".formatted(request, bodyText()), e);
        }
    }

    /** A member of the JSON object that must be there and be a string. */
    public String text(String member) {
        JsonNode value = json().path(member);
        require(value.isTextual(), "a string called " + member);
        return value.textValue();
    }

    /** The body as a record, such as one of {@code protocol}. */
    public <T> T as(Class<T> type) {
        return Json.read(body, type);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first value of a header, "" without one. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    private String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip();
    }
}

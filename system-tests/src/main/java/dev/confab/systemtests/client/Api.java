package dev.confab.systemtests.client;

import dev.confab.protocol.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * REST calls to one address with certain headers. Immutable: what changes the headers returns another one. Answers are
 * returned whatever their status; {@link Answer} says what to expect of them.
 */
public final class Api {
    private final String address;
    private final Map<String, String> headers;

    /** @param address such as {@code http://localhost:8080}; calls carry no identity */
    public Api(String address) {
        this(address, Map.of());
    }

    private Api(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** A path with its parts percent-encoded: {@code path("/api/rooms/{}/messages", "a/b")}. */
    public static String path(String template, Object... parts) {
        var path = new StringBuilder();
        int from = 0;
        for (Object part : parts) {
            int hole = template.indexOf("{}", from);
            path.append(template, from, hole).append(encode(part.toString()));
            from = hole + 2;
        }
        return path.append(template.substring(from)).toString();
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Api bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api cookies(Cookies cookies) {
        return with("Cookie", cookies.header());
    }

    /** The same with one more header, or another value of it. */
    public Api with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Api(address, all);
    }

    public Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return call("POST", path, BodyPublishers.noBody());
    }

    /** @param body sent as JSON */
    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    private Answer json(String method, String path, Object body) {
        return raw(method, path, Json.text(body));
    }

    /** Sends this very text, called JSON unless a {@code Content-Type} was set. */
    public Answer raw(String method, String path, String body) {
        Api typed = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        return typed.call(method, path, BodyPublishers.ofString(body));
    }

    /** Sends these very bytes; the {@code Content-Type} is the caller's to set. */
    public Answer raw(String method, String path, byte[] body) {
        return call(method, path, BodyPublishers.ofByteArray(body));
    }

    /** Opens a stream of events; fails unless it is one. */
    public EventStream events(String path) {
        var response = send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("%s was answered %d".formatted(path, response.statusCode()));
        }
        return new EventStream(response.body());
    }

    private Answer call(String method, String path, BodyPublisher body) {
        var response = send(method, path, body, BodyHandlers.ofByteArray());
        return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
    }

    private <T> HttpResponse<T> send(String method, String path, BodyPublisher body, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Patience.LIMIT)
                .method(method, body);
        headers.forEach(request::header);
        try {
            return Http.CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new AssertionError("%s %s was not answered: %s".formatted(method, address + path, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}

package dev.confab.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.bench.driver.Identities;
import dev.confab.bench.driver.Order.Place;
import dev.confab.protocol.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** REST through a gateway, as one of the bench's people. Blocking. */
public final class Api {
    private static final int ME = 0;
    /** Nobody may own more than 100. */
    private static final int ROOMS_OF_ONE = 50;
    /** Owners are numbered from here; nobody connects under these numbers. */
    private static final int OWNERS = 900_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI gateway;
    private final Identities identities;
    private final String token;
    private int rooms;

    Api(URI gateway, Identities identities) {
        this.gateway = gateway;
        this.identities = identities;
        this.token = identities.token(ME);
    }

    /** Rooms called NAME-0, NAME-1, …, made anew. */
    public List<Place> createRooms(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> createRoom(name + "-" + i))
                .toList();
    }

    private Place createRoom(String name) {
        int person = OWNERS + rooms++ / ROOMS_OF_ONE;
        var owner = identities.token(person);
        bytes(owner, "POST", "/api/rooms", "{\"name\":\"%s\"}".formatted(name));
        var joined = bytes(owner, "POST", "/api/rooms/" + name + "/join", "{}");
        return identities.place(Json.read(joined, JsonNode.class).path("ticket").asText(), person, name);
    }

    public JsonNode get(String path) {
        return Json.read(page(path), JsonNode.class);
    }

    /** The body of the answer; fails unless it is a good one. */
    public byte[] page(String path) {
        return bytes(token, "GET", path, "");
    }

    private byte[] bytes(String token, String method, String path, String body) {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s %s: %d %s"
                        .formatted(
                                method, path, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

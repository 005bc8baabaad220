package dev.confab.message.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who uses the REST API. */
public final class Client {
    private final String user;

    private Client(String user) {
        this.user = user;
    }

    public static Client as(String user) {
        return new Client(user);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    public Response get(String path, Object... parameters) {
        return request().get(path, parameters);
    }

    public JsonPath page(String room, String query) {
        Response answer = get("/api/rooms/{room}/messages" + (query.isEmpty() ? "" : "?" + query), room);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    /** The texts of a page of a room, in order. */
    public List<String> texts(String room, String query) {
        return page(room, query).getList("messages.text");
    }

    public Response send(String room, String id, String text) {
        return request().body(Map.of("id", id, "text", text)).post("/api/rooms/{room}/messages", room);
    }

    public Response send(String room, String text) {
        return send(room, UUID.randomUUID().toString(), text);
    }

    public Response whisper(String to, String text) {
        return request()
                .body(Map.of("id", UUID.randomUUID().toString(), "text", text))
                .post("/api/direct/{user}/messages", to);
    }

    public Response read(String path, Object name, long position) {
        return request().body(Map.of("position", position)).put(path, name);
    }
}

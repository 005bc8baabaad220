package dev.confab.message.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;

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
}

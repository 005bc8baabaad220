package dev.confab.room.lifecycle;

import static dev.confab.room.testing.Person.roomNamed;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every endpoint answers to requests that make no sense: always a problem with a code, never a stack trace. */
@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class BadInputTest {
    private final Person ann = Person.named("Ann");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{`|malformed|",
                "`not json`|malformed|",
                "`[]`|malformed|",
                "`null`|invalid|name",
                "`{}`|invalid|name",
                "`{\"name\":null}`|invalid|name",
                "`{\"name\":5}`|invalid|name",
                "`{\"name\":{}}`|invalid|name",
                "`{\"name\":[\"a\"]}`|invalid|name",
                "`{\"name\":\"\"}`|invalid|name",
                "`{\"name\":\"  \"}`|invalid|name",
                "`{\"name\":\"a\\u0000b\"}`|invalid|name",
                "`{\"name\":\"a\\ud800b\"}`|invalid|name",
                "`{\"name\":\"..\"}`|invalid|name",
                "`{\"name\":\"\\u200b\"}`|invalid|name",
                "`{\"name\":\"\\u2800\"}`|invalid|name",
                "`{\"name\":\"\\u3164\\u3164\"}`|invalid|name",
                "`{\"name\":\"\\u202eniam\"}`|invalid|name",
                "`{\"name\":\"\\u00a0main\"}`|invalid|name",
                "`{\"name\":\"123456789012345678901234567890123456789012345678901\"}`|too_long|name",
                "`{\"name\":\"x\",\"name\":\"y\"}`|malformed|",
                "`{\"name\":\"ok\",\"topic\":5}`|invalid|topic",
                "`{\"name\":\"ok\",\"topic\":\"a\\nb\"}`|invalid|topic",
                "`{\"name\":\"ok\",\"password\":5}`|invalid|password",
                "`{\"name\":\"ok\",\"password\":\"\"}`|invalid|password",
                "`{\"name\":\"ok\",\"password\":\"a\\u0000a\"}`|invalid|password",
                "`{\"name\":\"ok\",\"password\":\"a\\ud800\"}`|invalid|password",
                "`{\"name\":\"ok\",\"password\":\"€€€€€€€€€€€€€€€€€€€€€€€€€\"}`|too_long|password",
            })
    void shouldRefuseToCreate(String json, String code, String field) {
        ann.asks()
                .body(json)
                .post("/api/rooms")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", equalTo(field))
                .body(not(containsString("dev.confab")))
                .body(not(containsString("com.fasterxml")));
    }

    @Test
    void shouldRefuseATopicThatIsTooLong() {
        String room = roomNamed("Garden");
        ann.creates(room);

        ann.changes(room, "{\"topic\":\"" + "😀".repeat(250) + "\"}").statusCode(200);
        ann.changes(room, "{\"topic\":\"" + "😀".repeat(251) + "\"}")
                .statusCode(400)
                .body("code", equalTo("too_long"))
                .body("field", equalTo("topic"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{`|malformed|",
                "`{\"topic\":[]}`|invalid|topic",
                "`{\"password\":7}`|invalid|password",
                "`{\"password\":\"\"}`|invalid|password",
                "`{\"password\":{\"value\":\"x\"}}`|invalid|password",
            })
    void shouldRefuseToChange(String json, String code, String field) {
        String room = roomNamed("Garden");
        ann.creates(room);

        ann.changes(room, json).statusCode(400).body("code", equalTo(code)).body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{`|malformed|",
                "`{\"reason\":5}`|invalid|reason",
                "`{\"reason\":\"a\\tb\"}`|invalid|reason",
                "`{\"until\":\"soon\"}`|invalid|until",
                "`{\"until\":\"2020-01-01T00:00:00Z\"}`|invalid|until",
                "`{\"until\":\"9999-01-01T00:00:00Z\"}`|invalid|until",
                "`{\"until\":1893456000}`|invalid|until",
                "`{\"until\":true}`|invalid|until",
            })
    void shouldRefuseToBan(String json, String code, String field) {
        String room = roomNamed("Garden");
        ann.creates(room);

        ann.asks()
                .body(json)
                .put("/api/rooms/{room}/bans/bob", room)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @Test
    void shouldRefuseAReasonThatIsTooLong() {
        String room = roomNamed("Garden");
        ann.creates(room);

        ann.asks()
                .body("{\"reason\":\"" + "x".repeat(201) + "\"}")
                .put("/api/rooms/{room}/bans/bob", room)
                .then()
                .statusCode(400)
                .body("code", equalTo("too_long"))
                .body("field", equalTo("reason"));
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=%25%25, cursor",
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "limit=99999999999, limit",
    })
    void shouldRefuseAPageThatDoesNotExist(String query, String field) {
        ann.asks()
                .urlEncodingEnabled(false)
                .get("/api/rooms?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/rooms",
        "POST, /api/rooms",
        "GET, /api/rooms/main",
        "PATCH, /api/rooms/main",
        "DELETE, /api/rooms/main",
        "POST, /api/rooms/main/join",
        "GET, /api/rooms/main/members",
        "DELETE, /api/rooms/main/members/me",
        "DELETE, /api/rooms/main/members/bob",
        "GET, /api/rooms/main/bans",
        "PUT, /api/rooms/main/bans/bob",
        "DELETE, /api/rooms/main/bans/bob",
        "PUT, /api/rooms/main/moderators/bob",
        "DELETE, /api/rooms/main/moderators/bob",
    })
    void shouldAskStrangersToSignIn(Method method, String path) {
        given().contentType(ContentType.JSON)
                .request(method, path)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        given().auth()
                .oauth2("eyJhbGciOiJFUzI1NiJ9.e30.bm8")
                .contentType(ContentType.JSON)
                .request(method, path)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/rooms/nowhere",
        "DELETE, /api/rooms/nowhere",
        "POST, /api/rooms/nowhere/join",
        "GET, /api/rooms/nowhere/members",
        "DELETE, /api/rooms/nowhere/members/me",
        "DELETE, /api/rooms/nowhere/members/bob",
        "GET, /api/rooms/nowhere/bans",
        "PUT, /api/rooms/nowhere/bans/bob",
        "DELETE, /api/rooms/nowhere/bans/bob",
        "PUT, /api/rooms/nowhere/moderators/bob",
        "DELETE, /api/rooms/nowhere/moderators/bob",
    })
    void shouldKnowNoSuchRoom(Method method, String path) {
        ann.asks().request(method, path).then().statusCode(404).body("code", equalTo("not_found"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/rooms/main/members/b%20b",
        "PUT, /api/rooms/main/bans/b%C3%B6b",
        "DELETE, /api/rooms/main/bans/b'b",
        "PUT, /api/rooms/main/moderators/b%2Fb",
    })
    void shouldRefuseUsernamesThatNobodyCanHave(Method method, String path) {
        ann.asks()
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("field", equalTo("username"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{room};old",
                "{room};",
                "x/../{room}",
                "x/%2e%2e/{room}",
                "./{room}",
                "%2E/{room}",
                "{room}%ff",
            })
    void shouldDoNothingToARoomThatThePathOnlySeemsToName(String path) {
        String room = roomNamed("ops").replace(" ", "");
        ann.creates(room);

        ann.asks()
                .urlEncodingEnabled(false)
                .delete("/api/rooms/" + path.replace("{room}", room))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed"));

        ann.asks().get("/api/rooms/{room}", room).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "a;b", "100%25", "%2e%2e", "a/b", "a=b&c"})
    void shouldNameARoomByItsPathExactly(String name) {
        String room = roomNamed(name);
        String location = ann.asks()
                .body(Map.of("name", room))
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        ann.asks().get("/api/rooms/{room}", room).then().statusCode(200).body("name", equalTo(room));
        ann.asks()
                .urlEncodingEnabled(false)
                .get(URI.create(location))
                .then()
                .statusCode(200)
                .body("name", equalTo(room));
    }

    @Test
    void shouldRefuseOtherMethodsAndMediaTypes() {
        ann.asks().put("/api/rooms").then().statusCode(405).body("code", equalTo("method_not_allowed"));
        given().auth()
                .oauth2(ann.token())
                .contentType(ContentType.TEXT)
                .body("name=x")
                .post("/api/rooms")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() {
        ann.asks()
                .body("{\"name\":\"" + "x".repeat(600_000) + "\"}")
                .post("/api/rooms")
                .then()
                .statusCode(413);
    }
}

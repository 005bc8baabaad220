package dev.confab.room.membership;

import static dev.confab.room.testing.Person.roomNamed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.protocol.Pass;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.SigningKey;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import dev.confab.room.testing.Tickets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class InternalJoinTest {
    private final Person ann = Person.named("Ann");
    private final Person bob = Person.named("Bob");

    @Test
    void shouldLetTheUserOfThePassIn() {
        String room = roomNamed("Garden");
        ann.creates(Map.of("name", room, "password", "open sesame"));

        var admission = join(
                        room.toLowerCase(java.util.Locale.ROOT),
                        pass(Tickets.KEY, 30),
                        "{\"password\":\"open sesame\"}")
                .statusCode(200)
                .body("room", equalTo(room))
                .body("role", equalTo("member"))
                .body("hasPassword", equalTo(true));

        assertThat(Tickets.isGood(Tickets.in(admission, bob, room))).isTrue();
    }

    @Test
    void shouldRefuseAsTheOtherWayInDoes() {
        String room = roomNamed("Vault");
        ann.creates(Map.of("name", room, "password", "open sesame"));

        join(room, pass(Tickets.KEY, 30), "{}").statusCode(403).body("code", equalTo("wrong_password"));
        join("nowhere", pass(Tickets.KEY, 30), "{}").statusCode(404);
        ann.bans(bob, room);
        join(room, pass(Tickets.KEY, 30), "{\"password\":\"open sesame\"}")
                .statusCode(403)
                .body("code", equalTo("banned"));
    }

    @Test
    void shouldRefuseABadPass() {
        SigningKey other = new SigningKey("another secret of at least 32 bytes");

        join("main", pass(other, 30), "{}").statusCode(401).body("code", equalTo("unauthenticated"));
        join("main", pass(Tickets.KEY, -1), "{}").statusCode(401);
        join("main", "garbage", "{}").statusCode(401);
        join("main", bob.joins("main").extract().path("ticket"), "{}").statusCode(401);
        given().contentType(ContentType.JSON)
                .post("/internal/rooms/main/join")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldTakeNoAccessTokenInsteadOfAPass() {
        bob.asks().post("/internal/rooms/main/join").then().statusCode(401);
    }

    private String pass(SigningKey key, int seconds) {
        return new Pass(bob.username(), new SessionId("s1"), Instant.now().plusSeconds(seconds)).sign(key);
    }

    private static ValidatableResponse join(String room, String pass, String body) {
        return given().header(Pass.HEADER, pass)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/rooms/{room}/join", room)
                .then();
    }
}

package dev.confab.message.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Tokens;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Position;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class RoomEventsTest {
    @Inject
    LogWriter log;

    private final String room = "room-" + UUID.randomUUID();

    private Response missed(String pass, String ticket, Object after, Object upTo, String more) {
        return given().header("Confab-Pass", pass)
                .header("Confab-Ticket", ticket)
                .get("/internal/rooms/{room}/events?after=" + after + "&upTo=" + upTo + more, room);
    }

    @Test
    void shouldGiveWhatWasMissedInOrder() {
        // given
        Position created = log.room(room, Change.CREATED, true);
        List<Position> positions = IntStream.range(0, 6)
                .mapToObj(i -> log.say(room, "ada", "text " + i))
                .toList();
        // when
        Response answer = missed(
                Tokens.pass("bob"),
                Tokens.ticket("bob", room, created.value()),
                positions.get(1),
                positions.get(4),
                "");
        // then
        answer.then().statusCode(200);
        JsonPath missed = answer.jsonPath();
        assertThat(missed.getList("events.text")).containsExactly("text 2", "text 3", "text 4");
        assertThat(missed.getBoolean("complete")).isTrue();
        assertThat(missed.getLong("through"))
                .isGreaterThanOrEqualTo(positions.get(4).value());
        assertThat(missed.getMap("events[0]")).containsOnlyKeys("position", "at", "type", "room", "id", "from", "text");
    }

    @Test
    void shouldGiveEverythingThatEverybodyWasTold() {
        // given
        Position created = log.room(room, Change.CREATED, true);
        Position said = log.say(room, "ada", "before");
        Position promoted = log.promote(room, "ada");
        log.join(room, "carl");
        log.kick(room, "carl");
        Position changed = log.room(room, Change.CHANGED, true);
        Position last = log.say(room, "ada", "after");
        String pass = Tokens.pass("bob");
        String ticket = Tokens.ticket("bob", room, created.value());
        // when
        JsonPath all = missed(pass, ticket, -1, last, "").jsonPath();
        JsonPath first = missed(pass, ticket, created, last, "&limit=2").jsonPath();
        JsonPath rest =
                missed(pass, ticket, first.getLong("through"), last, "&limit=2").jsonPath();
        // then
        assertThat(all.getList("events.type")).containsExactly("room", "message", "role", "room", "message");
        assertThat(all.getList("events.position", Long.class))
                .containsExactly(created.value(), said.value(), promoted.value(), changed.value(), last.value());
        assertThat(all.getMap("events[2]"))
                .containsOnlyKeys("position", "at", "type", "room", "id", "user", "role", "by")
                .containsEntry("user", "ada")
                .containsEntry("role", "moderator");
        assertThat(first.getList("events.type")).containsExactly("message", "role");
        assertThat(first.getBoolean("complete")).isFalse();
        assertThat(rest.getList("events.type")).containsExactly("room", "message");
        assertThat(rest.getBoolean("complete")).isTrue();
    }

    @Test
    void shouldNotTakeARoomForADeletedOneOfTheSameName() {
        // given
        log.room(room, Change.CREATED, false);
        Position seen = log.say(room, "ada", "in the old one");
        log.room(room, Change.DELETED, false);
        Position created = log.room(room, Change.CREATED, false);
        Position last = log.say(room, "ada", "in the new one");
        String ticket = Tokens.ticket("bob", room, created.value());
        // when
        Response across = missed(Tokens.pass("bob"), ticket, seen, last, "");
        Response within = missed(Tokens.pass("bob"), ticket, created, last, "");
        // then
        across.then().statusCode(404).body("code", equalTo("not_found"));
        assertThat(within.jsonPath().getList("events.text")).containsExactly("in the new one");
    }

    @Test
    void shouldSayWhenThereIsMoreThanWasAskedFor() {
        // given
        Position created = log.room(room, Change.CREATED, false);
        List<Position> positions = IntStream.range(0, 3)
                .mapToObj(i -> log.say(room, "ada", "text " + i))
                .toList();
        // when
        Response answer = missed(
                Tokens.pass("bob"),
                Tokens.ticket("bob", room, created.value()),
                created,
                positions.getLast(),
                "&limit=2");
        // then
        assertThat(answer.jsonPath().getList("events.text")).containsExactly("text 0", "text 1");
        assertThat(answer.jsonPath().getBoolean("complete")).isFalse();
        assertThat(answer.jsonPath().getLong("through"))
                .isEqualTo(positions.get(1).value());
    }

    @Test
    void shouldAskForAPassAndATicketThatAreWorthSomething() {
        // given
        Position created = log.room(room, Change.CREATED, false);
        String pass = Tokens.pass("bob");
        String ticket = Tokens.ticket("bob", room, created.value());
        // then
        missed("", ticket, 0, created, "").then().statusCode(401).body("code", equalTo("unauthenticated"));
        missed(Tokens.expiredPass("bob"), ticket, 0, created, "").then().statusCode(401);
        missed(ticket, ticket, 0, created, "").then().statusCode(401);
        missed(pass, "", 0, created, "").then().statusCode(403).body("code", equalTo("not_joined"));
        missed(Tokens.pass("eve"), ticket, 0, created, "").then().statusCode(403);
        missed(pass, ticket, 0, created, "").then().statusCode(200);
        missed(pass, ticket, "x", created, "").then().statusCode(400);
        // when
        Position kicked = log.kick(room, "bob");
        // then
        missed(pass, ticket, 0, kicked, "").then().statusCode(403).body("code", equalTo("not_joined"));
        String fresh = Tokens.ticket("bob", room, kicked.value());
        missed(pass, fresh, 0, kicked, "").then().statusCode(200);
    }

    @Test
    void shouldRefuseThePassOfAnEndedSession() {
        // given
        Position created = log.room(room, Change.CREATED, false);
        String user = "mallory" + System.nanoTime();
        String pass = Tokens.pass(user);
        String ticket = Tokens.ticket(user, room, created.value());
        missed(pass, ticket, -1, created, "").then().statusCode(200);
        // when
        log.endSession(user);
        // then
        Awaitility.await()
                .untilAsserted(
                        () -> missed(pass, ticket, -1, created, "").then().statusCode(401));
        given().header("Confab-Pass", pass)
                .get("/internal/direct/bob/events?after=0&upTo=0")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }
}

package dev.confab.message.unread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent.RoomChanged.Change;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class UnreadTest {
    @Inject
    LogWriter log;

    private final String ada = "ada-" + System.nanoTime();
    private final String room = "Room-" + UUID.randomUUID();
    private Position joined = Position.NONE;

    @BeforeEach
    void join() {
        log.room(room, Change.CREATED, false);
        log.say(room, "bob", "before Ada came");
        joined = log.join(room, ada);
    }

    /** Once everything that was written to the room is projected. */
    private JsonPath unread() {
        Client.as(ada).page(room, "limit=1");
        return Client.as(ada).get("/api/unread").jsonPath();
    }

    @Test
    void shouldCountWhatOthersWroteSinceTheMembershipBegan() {
        // when
        log.say(room, "bob", "one");
        log.say(room, ada, "my own");
        log.say(room, "bob", "two");
        // then
        JsonPath unread = unread();
        assertThat(unread.getString("rooms[0].room")).isEqualTo(room);
        assertThat(unread.getInt("rooms[0].unread")).isEqualTo(2);
        assertThat(unread.getLong("rooms[0].position")).isEqualTo(joined.value());
    }

    @Test
    void shouldMoveAMarkerOnAndNeverBack() {
        // given
        Position one = log.say(room, "bob", "one");
        Position two = log.say(room, "bob", "two");
        // when
        read(one.value());
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
        // when
        read(two.value());
        read(one.value());
        // then
        assertThat(unread().getInt("rooms[0].unread")).isZero();
        assertThat(unread().getLong("rooms[0].position")).isEqualTo(two.value());
    }

    @Test
    void shouldNotMoveAMarkerBeyondTheEndOfTheLog() {
        // given
        log.say(room, "bob", "one");
        // when
        read(1_000_000_000_000L);
        log.say(room, "bob", "two");
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
    }

    @Test
    void shouldForgetTheMarkerWithTheMembership() {
        // given
        log.say(room, "bob", "one");
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
        // when
        log.leave(room, ada);
        // then
        assertThat(unread().getList("rooms")).isEmpty();
        Client.as(ada)
                .read("/api/rooms/{room}/read", room, 1)
                .then()
                .statusCode(403)
                .body("code", equalTo("not_joined"));
        // when
        log.join(room, ada);
        // then
        assertThat(unread().getInt("rooms[0].unread")).isZero();
    }

    @Test
    void shouldNotCountBeyondAThousand() {
        // when
        IntStream.range(0, 1_050).parallel().forEach(i -> log.say(room, "bob", "text " + i));
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1_000);
    }

    @Test
    void shouldCountPrivateMessagesToo() {
        // given
        log.account(ada, false);
        Client.as("bob").whisper(ada, "one").then().statusCode(201);
        long two = Client.as("bob").whisper(ada, "two").jsonPath().getLong("position");
        // then
        JsonPath unread = unread();
        assertThat(unread.getString("direct[0].with")).isEqualTo("bob");
        assertThat(unread.getString("direct[0].conversation")).isEqualTo(ada + "/bob");
        assertThat(unread.getInt("direct[0].unread")).isEqualTo(2);
        // when
        Client.as(ada).read("/api/direct/{user}/read", "Bob", two).then().statusCode(204);
        // then
        assertThat(unread().getInt("direct[0].unread")).isZero();
        assertThat(unread().getLong("direct[0].position")).isEqualTo(two);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"position\":\"1\"}", "{\"position\":1.5}", "{\"position\":-2}", "{\"position\":null}"})
    void shouldRefuseWhatIsNoPosition(String body) {
        // when
        var answer = Client.as(ada).request().body(body).put("/api/rooms/{room}/read", room);
        // then
        answer.then().statusCode(400).body("code", equalTo("invalid")).body("field", equalTo("position"));
    }

    private void read(long position) {
        Client.as(ada)
                .request()
                .body(Map.of("position", position))
                .put("/api/rooms/{room}/read", room)
                .then()
                .statusCode(204);
    }
}

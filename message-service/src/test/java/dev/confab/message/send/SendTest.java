package dev.confab.message.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent.RoomChanged.Change;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SendTest {
    private static final Client ADA = Client.as("Ada");

    @Inject
    LogWriter log;

    private final String room = "Room-" + UUID.randomUUID();

    @BeforeEach
    void createRoom() {
        log.room(room, Change.CREATED, false);
    }

    @Test
    void shouldShowAtOnceWhatWasSent() {
        for (int i = 0; i < 20; i++) {
            // when
            Response sent = ADA.send(room, "text " + i);
            // then
            sent.then().statusCode(201);
            JsonPath newest = ADA.page(room, "limit=1");
            assertThat(newest.getString("messages[0].text")).isEqualTo("text " + i);
            assertThat(newest.getLong("messages[0].position"))
                    .isEqualTo(sent.jsonPath().getLong("position"));
            assertThat(newest.getString("messages[0].at"))
                    .isEqualTo(sent.jsonPath().getString("at"));
            assertThat(newest.getString("messages[0].from")).isEqualTo("Ada");
            assertThat(newest.getString("messages[0].room")).isEqualTo(room);
        }
    }

    @Test
    void shouldGiveTheFirstAnswerToTheSameIdAgain() {
        // given
        String id = UUID.randomUUID().toString();
        String first =
                ADA.send(room, id, "first").then().statusCode(201).extract().asString();
        // when
        String second = ADA.send(room, id, "something else")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        // then
        assertThat(second).isEqualTo(first);
        assertThat(ADA.texts(room, "")).containsExactly("first");
    }

    @Test
    void shouldGiveTheFirstAnswerWhenTheFirstCameOverAGateway() {
        // given
        MessageId id = MessageId.next();
        Position first = log.say(room, "Ada", id, "over the gateway");
        // when
        Response second = ADA.send(room, id.toString(), "over REST");
        // then
        second.then().statusCode(201);
        assertThat(second.jsonPath().getLong("position")).isEqualTo(first.value());
        assertThat(ADA.texts(room, "")).containsExactly("over the gateway");
    }

    @Test
    void shouldTakeAnIdOfADeletedRoomForANewOneInTheNextOfItsName() {
        // given
        String id = UUID.randomUUID().toString();
        long first = ADA.send(room, id, "in the first room").jsonPath().getLong("position");
        log.room(room, Change.DELETED, false);
        log.room(room, Change.CREATED, false);
        // when
        Response second = ADA.send(room, id, "in the second room");
        // then
        second.then().statusCode(201);
        assertThat(second.jsonPath().getLong("position")).isGreaterThan(first);
        assertThat(ADA.texts(room, "")).containsExactly("in the second room");
    }

    @Test
    void shouldKeepOneMessageOfManyThatAreSentAtTheSameTime() {
        // given
        String id = UUID.randomUUID().toString();
        // when
        List<Long> positions = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> ADA.send(room, id, "text " + i).jsonPath().getLong("position"))
                .distinct()
                .toList();
        // then
        assertThat(positions).hasSize(1);
        assertThat(ADA.texts(room, "")).hasSize(1);
    }

    @Test
    void shouldLetTwoPeopleUseTheSameId() {
        // given
        String id = UUID.randomUUID().toString();
        // when
        ADA.send(room, id, "Ada's").then().statusCode(201);
        Client.as("bob").send(room, id, "Bob's").then().statusCode(201);
        // then
        assertThat(ADA.texts(room, "")).containsExactly("Ada's", "Bob's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{|malformed|",
                "null|malformed|",
                "[]|malformed|",
                "{}|invalid|id",
                "{\"id\":\"x\",\"text\":\"hi\"}|invalid|id",
                "{\"id\":7,\"text\":\"hi\"}|invalid|id",
                "{\"id\":\"0198a7a0-0000-7000-8000-000000000000\"}|invalid|text",
                "{\"id\":\"0198a7a0-0000-7000-8000-000000000000\",\"text\":\" \"}|invalid|text",
                "{\"id\":\"0198a7a0-0000-7000-8000-000000000000\",\"text\":7}|invalid|text",
                "{\"id\":\"0198a7a0-0000-7000-8000-000000000000\",\"text\":{}}|invalid|text",
                "{\"id\":\"0198a7a0-0000-7000-8000-000000000000\",\"text\":\"\\ud83e\"}|invalid|text",
            })
    void shouldRefuseBodiesThatAreNoMessage(String body, String code, String field) {
        // when
        Response answer = ADA.request().body(body).post("/api/rooms/{room}/messages", room);
        // then
        answer.then().statusCode(400).body("code", equalTo(code)).body("field", equalTo(field));
    }

    @Test
    void shouldRefuseTextThatIsTooLong() {
        // when
        Response longest = ADA.send(room, "🤠".repeat(4_000));
        Response longer = ADA.send(room, "x".repeat(4_001));
        // then
        longest.then().statusCode(201);
        longer.then().statusCode(400).body("code", equalTo("too_long")).body("field", equalTo("text"));
    }

    @Test
    void shouldRefuseAnythingButJson() {
        // when
        Response answer = ADA.request().contentType("text/plain").body("hi").post("/api/rooms/{room}/messages", room);
        // then
        answer.then().statusCode(415).body("code", equalTo("unsupported_media_type"));
    }
}

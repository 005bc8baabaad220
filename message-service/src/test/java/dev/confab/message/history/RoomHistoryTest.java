package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class RoomHistoryTest {
    private static final Client ADA = Client.as("Ada");

    @Inject
    LogWriter log;

    /** A room of its own for each test. */
    private final String room = "room-" + UUID.randomUUID();

    private List<Position> tenMessages() {
        log.room(room, Change.CREATED, false);
        List<Position> positions = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> positions.add(log.say(room, i % 2 == 0 ? "Ada" : "bob", "text " + i)));
        return positions;
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "text " + i).toList();
    }

    @Test
    void shouldServeTheNewestMessagesOldestFirst() {
        // given
        List<Position> positions = tenMessages();
        // when
        JsonPath page = ADA.page(room, "limit=3");
        // then
        assertThat(page.getList("messages.text")).isEqualTo(texts(7, 10));
        assertThat(page.getList("messages.from")).containsExactly("bob", "Ada", "bob");
        assertThat(page.getLong("messages[2].position"))
                .isEqualTo(positions.getLast().value());
        assertThat(page.getString("messages[0].room")).isEqualTo(room);
        assertThat(page.getString("messages[0].type")).isEqualTo("message");
        assertThat(Instant.parse(page.getString("messages[0].at")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(page.getString("next")).isNull();
        assertThat(page.getString("prev")).isNotNull();
    }

    @Test
    void shouldWalkBackToTheBeginningWithPrev() {
        // given
        tenMessages();
        // when
        JsonPath newest = ADA.page(room, "limit=4");
        JsonPath middle = ADA.page(room, "limit=4&before=" + newest.getString("prev"));
        JsonPath oldest = ADA.page(room, "limit=4&before=" + middle.getString("prev"));
        // then
        assertThat(newest.getList("messages.text")).isEqualTo(texts(6, 10));
        assertThat(middle.getList("messages.text")).isEqualTo(texts(2, 6));
        assertThat(oldest.getList("messages.text")).isEqualTo(texts(0, 2));
        assertThat(oldest.getString("prev")).isNull();
        assertThat(oldest.getString("next")).isNotNull();
    }

    @Test
    void shouldWalkForwardToTheEndWithNext() {
        // given
        List<Position> positions = tenMessages();
        // when
        JsonPath first = ADA.page(room, "limit=4&after=" + positions.getFirst());
        JsonPath second = ADA.page(room, "limit=4&after=" + first.getString("next"));
        JsonPath third = ADA.page(room, "limit=4&after=" + second.getString("next"));
        // then
        assertThat(first.getList("messages.text")).isEqualTo(texts(1, 5));
        assertThat(first.getString("prev")).isNotNull();
        assertThat(second.getList("messages.text")).isEqualTo(texts(5, 9));
        assertThat(third.getList("messages.text")).isEqualTo(texts(9, 10));
        assertThat(third.getString("next")).isNull();
    }

    @Test
    void shouldServeWhatIsAroundAPosition() {
        // given
        List<Position> positions = tenMessages();
        // when
        JsonPath page = ADA.page(room, "limit=4&around=" + positions.get(5));
        JsonPath before = ADA.page(room, "limit=3&before=" + page.getString("prev"));
        JsonPath after = ADA.page(room, "limit=1&after=" + page.getString("next"));
        // then
        assertThat(page.getList("messages.text")).isEqualTo(texts(4, 8));
        assertThat(before.getList("messages.text")).isEqualTo(texts(1, 4));
        assertThat(after.getList("messages.text")).isEqualTo(texts(8, 9));
    }

    @Test
    void shouldServeOneMessageWithWaysBothWays() {
        // given
        List<Position> positions = tenMessages();
        // when
        JsonPath page = ADA.page(room, "limit=1&around=" + positions.get(5));
        // then
        assertThat(page.getList("messages.text")).isEqualTo(texts(5, 6));
        assertThat(ADA.texts(room, "limit=1&before=" + page.getString("prev"))).isEqualTo(texts(4, 5));
        assertThat(ADA.texts(room, "limit=1&after=" + page.getString("next"))).isEqualTo(texts(6, 7));
    }

    @Test
    void shouldServeEmptyPagesBeyondBothEnds() {
        // given
        List<Position> positions = tenMessages();
        // when
        JsonPath before = ADA.page(room, "before=" + positions.getFirst());
        JsonPath after = ADA.page(room, "after=" + positions.getLast());
        // then
        assertThat(before.getList("messages")).isEmpty();
        assertThat(before.getString("prev")).isNull();
        assertThat(after.getList("messages")).isEmpty();
        assertThat(after.getString("next")).isNull();
        assertThat(ADA.texts(room, "limit=1&before=" + after.getString("prev"))).isEqualTo(texts(9, 10));
    }

    @Test
    void shouldShowWhatIsInTheLogAtOnceWhateverTheProjectionDoes() {
        // given
        log.room(room, Change.CREATED, false);
        for (int i = 0; i < 30; i++) {
            // when
            Position position = log.say(room, "Ada", "text " + i);
            // then
            assertThat(ADA.texts(room, "limit=1&before=" + (position.value() + 1)))
                    .containsExactly("text " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'quotes\" and ` \\ backslashes; drop table message; --",
                "<script>alert(1)</script> & &amp;",
                "👩‍👩‍👧‍👦🏳️‍🌈 \uD83E\uDD20 four bytes",
                "שלום עולם مرحبا \u202Eright to left\u202C",
                "e\u0301 combining Z\u0351\u036B\u0343\u036A\u0342\u036B\u033D\u034F\u0334\u0319",
                "line\none\ttab and a NUL \u0000 inside",
                "%_*?{}$ ${jndi:x}"
            })
    void shouldGiveBackExactlyWhatWasWritten(String text) {
        // given
        log.room(room, Change.CREATED, false);
        // when
        log.say(room, "Ada", text);
        // then
        assertThat(ADA.texts(room, "")).containsExactly(text);
    }

    @Test
    void shouldGiveBackTheLongestText() {
        // given
        log.room(room, Change.CREATED, false);
        String text = "🤠".repeat(4_000);
        // when
        log.say(room, "Ada", text);
        // then
        assertThat(ADA.texts(room, "")).containsExactly(text);
    }

    @Test
    void shouldKeepOnlyTheFirstMessageWithAnId() {
        // given
        MessageId id = MessageId.next();
        log.room(room, Change.CREATED, false);
        // when
        log.say(room, "Ada", id, "first");
        log.say(room, "Ada", id, "again");
        log.say(room, "bob", id, "somebody else's");
        // then
        assertThat(ADA.texts(room, "")).containsExactly("first", "somebody else's");
        log.say(room, "ada", id, "and much later");
        assertThat(ADA.texts(room, "")).containsExactly("first", "somebody else's");
    }

    @Test
    void shouldNameTheRoomAsItWasFirstWritten() {
        // given
        log.room("Ünï / " + room, Change.CREATED, false);
        // when
        log.say("ÜNÏ / " + room, "Ada", "hi");
        // then
        assertThat(ADA.page("ünï / " + room, "").getString("messages[0].room")).isEqualTo("Ünï / " + room);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=-1",
                "before=x",
                "after=1.2.3",
                "around=-5",
                "before=1&after=2",
                "before=99999999999999999999"
            })
    void shouldRefuseParametersThatMakeNoSense(String query) {
        // given
        log.room(room, Change.CREATED, false);
        // when
        var answer = ADA.get("/api/rooms/{room}/messages?" + query, room);
        // then
        answer.then().statusCode(400).body("code", equalTo("invalid")).body("trace", nullValue());
    }

    @Test
    void shouldRefuseRoomNamesThatCanNotBe() {
        // when
        var answer = ADA.get("/api/rooms/{room}/messages", "x".repeat(51));
        // then
        answer.then().statusCode(400).body("code", equalTo("too_long"));
    }
}

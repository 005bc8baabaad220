package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.database.Database;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Statements;
import dev.confab.message.testing.Where;
import dev.confab.protocol.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class JumpToTimeTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Inject
    LogWriter log;

    @Inject
    Database database;

    private Scene scene;

    /** A message each hour. */
    private void talk(Where where) {
        scene = Scene.of(log, where);
        IntStream.range(0, 10).forEach(i -> scene.say(scene.ada, "text " + i));
        MessageRef root = scene.say(scene.ada, "last");
        scene.post(scene.ada.answers(root, "answer"));
        scene.page("");
        Instant end = START.plusSeconds(10 * 3_600);
        IntStream.range(0, 10).forEach(i -> at("body = 'text " + i + "'", START.plusSeconds(3_600L * i)));
        at("body = 'last'", end);
        at("body = 'answer'", end.plusSeconds(60));
    }

    private void at(String which, Instant time) {
        database.run(
                        "update message m join stream s on s.id = m.stream_id set m.appended_at = ?"
                                + " where s.stream_key = ? and " + which,
                        time.toEpochMilli(),
                        scene.stream().value())
                .await()
                .indefinitely();
    }

    private static Instant hour(int hour) {
        return START.plusSeconds(3_600L * hour);
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeWhatIsAroundTheFirstMessageSinceATime(Where where) {
        // given
        talk(where);
        // then
        assertThat(scene.page("limit=4&at=" + hour(5)).getList("messages.text"))
                .containsExactly("text 4", "text 5", "text 6", "text 7");
        assertThat(scene.page("limit=4&at=" + hour(5).plusNanos(1)).getList("messages.text"))
                .containsExactly("text 5", "text 6", "text 7", "text 8");
        assertThat(scene.page("limit=1&at=" + hour(4).minusSeconds(1).atOffset(ZoneOffset.ofHours(-5)))
                        .getList("messages.text"))
                .containsExactly("text 4");
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeTheBeginningAndTheEndForTimesBeyondThem(Where where) {
        // given
        talk(where);
        // when
        JsonPath beginning = scene.page("limit=2&at=0001-01-01T00:00:00Z");
        JsonPath end = scene.page("limit=2&at=9999-12-31T23:59:59Z");
        // then
        assertThat(beginning.getList("messages.text")).containsExactly("text 0", "text 1");
        assertThat(beginning.getString("prev")).isNull();
        assertThat(end.getList("messages.text")).containsExactly("text 9", "last");
        assertThat(end.getString("next")).isNull();
    }

    @Test
    void shouldServeNothingOfARoomWithoutMessages() {
        Scene empty = Scene.of(log, Where.IN_A_ROOM);
        assertThat(empty.page("at=" + START).getList("messages")).isEmpty();
    }

    @Test
    void shouldFindTheTimeInAnIndex() {
        // given
        talk(Where.IN_A_ROOM);
        Statements.forget();
        scene.page("at=" + hour(3));
        // when
        assertThat(Statements.selects()).hasSize(1 + 3);
        Statements.Ran jump = Statements.selects().stream()
                .filter(ran -> ran.statement().contains("appended_at >="))
                .findFirst()
                .orElseThrow();
        var plan = database.run("explain " + jump.statement(), jump.parameters())
                .await()
                .indefinitely();
        // then
        assertThat(plan.stream()).hasSize(1).allSatisfy(row -> {
            assertThat(row.getString("type")).isEqualTo("range");
            assertThat(row.getString("key")).isEqualTo("message_shown_since");
            assertThat(row.getString("Extra")).contains("Using index").doesNotContain("filesort");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-03-01",
                "2026-03-01T10:00:00",
                "2026-02-30T10:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01 10:00:00Z",
                "1772359200",
                "+999999999-12-31T23:59:59Z",
                "2026-03-01T10:00:00.1234567890Z",
                "2026-03-01T10:00:00 01:00"
            })
    void shouldRefuseWhatIsNoTime(String text) {
        talk(Where.IN_A_ROOM);
        scene.get(scene.ada, "/messages?at=" + text)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("field", equalTo("at"));
    }

    @Test
    void shouldRefuseATimeWithinAThreadOrBesideAPosition() {
        talk(Where.IN_A_ROOM);
        scene.get(scene.ada, "/messages?thread=ada/019ac1d6-4b1e-7000-8000-000000000000&at=" + START)
                .then()
                .statusCode(400)
                .body("field", equalTo("at"));
        scene.get(scene.ada, "/messages?before=5&at=" + START).then().statusCode(400);
    }
}

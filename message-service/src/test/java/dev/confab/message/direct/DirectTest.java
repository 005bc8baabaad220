package dev.confab.message.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DirectTest {
    @Inject
    LogWriter log;

    private final String suffix = "-" + System.nanoTime();
    private final String ada = "Ada" + suffix;
    private final String bob = "Bob" + suffix;
    private final String eve = "eve" + suffix;

    @BeforeEach
    void register() {
        List.of(ada, bob, eve).forEach(user -> log.account(user, false));
    }

    private static JsonPath page(String reader, String other) {
        Response answer = Client.as(reader).get("/api/direct/{user}/messages", other);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    @Test
    void shouldShowBothOfTheTwoTheSameConversation() {
        // when
        log.whisper(ada, bob, "hi Bob");
        log.whisper(bob, ada, "hi Ada");
        // then
        JsonPath adas = page(ada, bob);
        assertThat(adas.getList("messages.text")).containsExactly("hi Bob", "hi Ada");
        assertThat(adas.getList("messages.from")).containsExactly(ada, bob);
        assertThat(adas.getList("messages.to")).containsExactly(bob, ada);
        assertThat(adas.getList("messages.type")).containsOnly("message");
        assertThat(adas.getString("messages[0].conversation")).isEqualTo((ada + "/" + bob).toLowerCase());
        assertThat(page(bob, ada).getList("messages")).isEqualTo(adas.getList("messages"));
    }

    @Test
    void shouldShowAThirdPersonNothing() {
        // given
        log.whisper(ada, bob, "between us");
        // then
        assertThat(page(eve, bob).getList("messages")).isEmpty();
        assertThat(page(eve, ada).getList("messages")).isEmpty();
        Client.as(eve).get("/api/direct").then().body("conversations.size()", equalTo(0));
        // not even by the name of its stream
        Client.as(eve).get("/api/rooms/{room}/messages", "d/a/b").then().statusCode(404);
    }

    @Test
    void shouldLetPeopleWriteNotesToThemselves() {
        // when
        log.whisper(ada, ada, "note");
        // then
        JsonPath notes = page(ada, ada);
        assertThat(notes.getList("messages.to")).containsExactly(ada);
        JsonPath list = Client.as(ada).get("/api/direct").jsonPath();
        assertThat(list.getList("conversations.with")).containsExactly(ada);
        assertThat(list.getInt("conversations[0].unread")).isZero();
    }

    @Test
    void shouldNotFindPeopleWhoAreNotThereOrDisabled() {
        // given
        String gone = "gone" + suffix;
        log.account(gone, true);
        // then
        for (String nobody : List.of(gone, "nobody" + suffix)) {
            Client.as(ada)
                    .get("/api/direct/{user}/messages", nobody)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not_found"));
        }
        Client.as(ada).get("/api/direct/{user}/messages", "no name!").then().statusCode(400);
    }

    @Test
    void shouldKeepAConversationReadableWhenTheOtherIsDisabled() {
        // given
        log.whisper(ada, bob, "hi");
        // when
        log.account(bob, true);
        // then
        assertThat(page(ada, bob).getList("messages.text")).containsExactly("hi");
    }

    @Test
    void shouldListConversationsNewestFirstInPages() {
        // given
        log.whisper(bob, ada, "first");
        log.whisper(bob, ada, "second");
        log.whisper(ada, eve, "third");
        // and both are projected
        page(ada, bob);
        page(ada, eve);
        // when
        JsonPath first = Client.as(ada).get("/api/direct?limit=1").jsonPath();
        JsonPath second = Client.as(ada)
                .get("/api/direct?limit=1&cursor=" + first.getString("next"))
                .jsonPath();
        // then
        assertThat(first.getString("conversations[0].with")).isEqualTo(eve);
        assertThat(first.getInt("conversations[0].unread")).isZero();
        assertThat(second.getString("conversations[0].with")).isEqualTo(bob);
        assertThat(second.getString("conversations[0].last.text")).isEqualTo("second");
        assertThat(second.getInt("conversations[0].unread")).isEqualTo(2);
        assertThat(second.getString("next")).isNull();
        Client.as(ada).get("/api/direct?cursor=x").then().statusCode(400);
    }
}

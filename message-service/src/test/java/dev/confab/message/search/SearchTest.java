package dev.confab.message.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SearchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    LogWriter log;

    private Scene scene;

    private void in(Where where) {
        scene = Scene.of(log, where);
        log.join(scene.room(), scene.ada.user().value());
        log.join(scene.room(), scene.bob.user().value());
    }

    @BeforeEach
    void inARoom() {
        in(Where.IN_A_ROOM);
    }

    private Response ask(String user, String q, String more) {
        return Client.as(user).get("/api/search?q={q}" + (more.isEmpty() ? "" : "&" + more), q);
    }

    private JsonPath search(String user, String q, String more) {
        Response answer = ask(user, q, more);
        answer.then().statusCode(200).body("complete", equalTo(true));
        return answer.jsonPath();
    }

    private List<String> texts(String user, String q) {
        return search(user, q, "").getList("hits.message.text");
    }

    private String ada() {
        return scene.ada.user().value();
    }

    private String bob() {
        return scene.bob.user().value();
    }

    private void awaitTexts(String user, String q, String... texts) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(texts(user, q)).containsExactly(texts));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindWhatIsSaidAsItIsNow(Where where) {
        // given
        in(where);
        MessageRef first = scene.say(scene.ada, "a kettle of tea");
        MessageRef second = scene.say(scene.bob, "the kettle is broken");
        // then
        awaitTexts(bob(), "kettle", "the kettle is broken", "a kettle of tea");
        // when
        log.append(scene.ada.edits(first, "a pot of tea"));
        awaitTexts(bob(), "kettle", "the kettle is broken");
        awaitTexts(bob(), "pot", "a pot of tea");
        log.append(scene.bob.deletes(second));
        // then
        awaitTexts(bob(), "kettle");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerWithMessagesAsInHistory(Where where) {
        // given
        in(where);
        MessageRef said = scene.say(scene.ada, "a 🎉 kettle");
        log.append(scene.bob.reacts(said, "👍", true));
        awaitTexts(bob(), "kettle", "a 🎉 kettle");
        // then
        assertThat(search(bob(), "kettle", "").<Object>get("hits[0].message"))
                .isEqualTo(scene.json(scene.bob, Scene.path(said)).get(""));
        assertThat(search(bob(), "kettle", "").<Object>get("hits[0].highlights"))
                .isEqualTo(List.of(List.of(5, 11)));
    }

    @Test
    void shouldFindInReachOfWhoAsksAlone() {
        // given
        scene.say(scene.ada, "a kettle");
        String eve = "eve-" + System.nanoTime();
        log.account(eve, false);
        log.whisper(ada(), bob(), "a kettle in private");
        awaitTexts(bob(), "kettle", "a kettle in private", "a kettle");
        awaitTexts(bob(), "kettle in:" + scene.room(), "a kettle");
        awaitTexts(bob(), "kettle in:@" + ada(), "a kettle in private");
        awaitTexts(bob(), "kettle in:elsewhere");
        // then
        assertThat(texts(eve, "kettle")).isEmpty();
        // when
        log.ban(scene.room(), bob(), Optional.empty());
        awaitTexts(bob(), "kettle", "a kettle in private");
        log.leave(scene.room(), ada());
        awaitTexts(ada(), "kettle", "a kettle in private");
    }

    @Test
    void shouldFindNothingOfARoomThatWasDeletedEvenInTheNextOfItsName() {
        // given
        scene.say(scene.ada, "old kettle");
        awaitTexts(bob(), "kettle", "old kettle");
        // when
        log.room(scene.room(), Change.DELETED, false);
        awaitTexts(bob(), "kettle");
        log.room(scene.room(), Change.CREATED, false);
        log.join(scene.room(), bob());
        scene.say(scene.bob, "new kettle");
        // then
        awaitTexts(bob(), "kettle", "new kettle");
    }

    @Test
    void shouldFindPinsAndAnswersOfThreads() {
        // given
        MessageRef root = scene.say(scene.ada, "a kettle");
        scene.post(scene.bob.answers(root, "a kettle as well"));
        log.append(scene.ada.pins(root, true));
        // then
        awaitTexts(bob(), "kettle is:pinned", "a kettle");
        awaitTexts(bob(), "is:thread", "a kettle as well");
        awaitTexts(bob(), "kettle from:" + bob(), "a kettle as well");
    }

    @Test
    void shouldPage() {
        // given
        for (int i = 1; i <= 5; i++) {
            scene.say(scene.ada, "kettle " + i);
        }
        awaitTexts(bob(), "kettle", "kettle 5", "kettle 4", "kettle 3", "kettle 2", "kettle 1");
        // when
        JsonPath first = search(bob(), "kettle", "limit=2");
        JsonPath second = search(bob(), "kettle", "limit=3&cursor=" + first.getString("next"));
        // then
        assertThat(first.getList("hits.message.text")).hasToString("[kettle 5, kettle 4]");
        assertThat(second.getList("hits.message.text")).hasToString("[kettle 3, kettle 2, kettle 1]");
        assertThat(second.getString("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=51", "order=worst", "cursor=abc", "order=best&cursor=bm90"})
    void shouldRefuseWhatIsNoPage(String more) {
        ask(bob(), "kettle", more).then().statusCode(400).body("code", equalTo("invalid"), "field", notNullValue());
    }

    @Test
    void shouldRefuseWhatIsNoQuery() {
        ask(bob(), "has:money", "").then().statusCode(400).body("code", equalTo("invalid"), "field", equalTo("q"));
        Client.as(bob()).get("/api/search").then().statusCode(400).body("field", equalTo("q"));
    }
}

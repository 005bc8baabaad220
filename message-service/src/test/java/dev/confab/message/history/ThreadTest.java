package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Statements;
import dev.confab.message.testing.Where;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads, page by page. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ThreadTest {
    @Inject
    LogWriter log;

    private Scene scene;
    private MessageRef root;

    private void talk(Where where, int answers) {
        scene = Scene.of(log, where);
        root = scene.say(scene.ada, "root");
        MessageRef another = scene.say(scene.bob, "another root");
        for (int i = 0; i < answers; i++) {
            scene.post(scene.bob.answers(root, "answer " + i));
            scene.post(scene.ada.answers(another, "elsewhere"));
            scene.say(scene.ada, "in between");
        }
    }

    private JsonPath thread(String query) {
        return scene.page("thread=" + root.author() + "/" + root.id() + query);
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "answer " + i).toList();
    }

    private static List<String> fromRoot(int from, int to) {
        List<String> texts = new ArrayList<>(List.of("root"));
        texts.addAll(texts(from, to));
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeAThreadFromItsRoot(Where where) {
        // given
        talk(where, 3);
        // then
        JsonPath page = thread("");
        assertThat(page.<String>getList("messages.text")).isEqualTo(fromRoot(0, 3));
        assertThat(page.getInt("messages[0].replies.count")).isEqualTo(3);
        assertThat(page.getString("messages[1].thread.id")).isEqualTo(root.id().toString());
        assertThat(page.getString("prev")).isNull();
        assertThat(page.getString("next")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeTheRootAndTheNewestAnswersOfALongThread(Where where) {
        // given
        talk(where, 7);
        // when
        JsonPath newest = thread("&limit=3");
        JsonPath older = thread("&limit=3&before=" + newest.getString("prev"));
        JsonPath oldest = thread("&limit=3&before=" + older.getString("prev"));
        // then
        assertThat(newest.<String>getList("messages.text")).isEqualTo(fromRoot(5, 7));
        assertThat(older.<String>getList("messages.text")).isEqualTo(texts(2, 5));
        assertThat(oldest.<String>getList("messages.text")).isEqualTo(fromRoot(0, 2));
        assertThat(oldest.getString("prev")).isNull();
        assertThat(newest.getString("next")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldWalkFromTheRootToTheEnd(Where where) {
        // given
        talk(where, 4);
        // when
        JsonPath first = thread("&limit=1");
        JsonPath second = thread("&limit=2&after=" + first.getString("next"));
        JsonPath third = thread("&limit=2&after=" + second.getString("next"));
        JsonPath all = thread("&limit=2&after=0.0");
        JsonPath around = thread("&limit=3&around=" + second.getLong("messages[0].position"));
        // then
        assertThat(first.<String>getList("messages.text")).containsExactly("root");
        assertThat(second.<String>getList("messages.text")).isEqualTo(texts(0, 2));
        assertThat(third.<String>getList("messages.text")).isEqualTo(texts(2, 4));
        assertThat(third.getString("next")).isNull();
        assertThat(all.<String>getList("messages.text")).isEqualTo(fromRoot(0, 1));
        assertThat(around.<String>getList("messages.text")).isEqualTo(fromRoot(0, 2));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepTheThreadOfADeletedRoot(Where where) {
        // given
        talk(where, 2);
        // when
        log.append(scene.ada.deletes(root));
        scene.post(scene.bob.answers(root, "answer 2"));
        // then
        JsonPath page = thread("");
        assertThat(page.getList("messages.text")).containsExactly(null, "answer 0", "answer 1", "answer 2");
        assertThat(page.getString("messages[0].deleted.by"))
                .isEqualTo(scene.ada.user().value());
        assertThat(page.getInt("messages[0].replies.count")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeAThreadThatNobodyWroteIn(Where where) {
        talk(where, 0);
        assertThat(thread("").getList("messages.text")).containsExactly("root");
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowADeletedAnswerAsATombstone(Where where) {
        // given
        talk(where, 1);
        MessageRef answer = scene.post(scene.bob.answers(root, "secret"));
        // when
        log.append(scene.bob.deletes(answer));
        // then
        JsonPath page = thread("");
        assertThat(page.getList("messages.text")).containsExactly("root", "answer 0", null);
        assertThat(page.getInt("messages[0].replies.count")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadAThreadInThreeStatements(Where where) {
        // given
        talk(where, 12);
        thread("");
        // when
        Statements.forget();
        thread("");
        // then: beside who may read it
        assertThat(Statements.selects()).hasSize(1 + 3);
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindNoThreadOfAMessageThatWasNeverThere(Where where) {
        talk(where, 1);
        scene.get(scene.ada, "/messages?thread=" + root.author() + "/" + MessageId.next())
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thread=ada",
                "thread=/",
                "thread=ada/",
                "thread=ada/no-id",
                "thread=a+b/1",
                "thread=ada/019ac1d6-4b1e-7000-8000-000000000000/x"
            })
    void shouldRefuseWhatNamesNoMessage(String query) {
        talk(Where.IN_A_ROOM, 0);
        scene.get(scene.ada, "/messages?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("field", equalTo("thread"));
    }
}

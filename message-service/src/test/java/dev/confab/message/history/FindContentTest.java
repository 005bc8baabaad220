package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What gateways ask before they answer who would do something about a message. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class FindContentTest {
    @Inject
    LogWriter log;

    private static JsonPath find(Scene scene, MessageRef ref) {
        var answer = scene.internal(Scene.path(ref));
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhatStandsOnAMessage(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef root = scene.say(scene.ada, "root");
        MessageRef answer = scene.post(scene.bob.answers(root, "answer"));
        List.of("👍", "🎉").forEach(emoji -> log.append(scene.bob.reacts(root, emoji, true)));
        log.append(scene.ada.reacts(root, "👍", true));
        log.append(scene.ada.pins(root, true));
        scene.page("");
        // when
        JsonPath ofRoot = find(scene, root);
        JsonPath ofAnswer = find(scene, answer);
        // then
        assertThat(ofRoot.getMap("$"))
                .containsEntry("message", true)
                .containsEntry("deleted", false)
                .containsEntry("emoji", List.of("👍", "🎉"))
                .containsEntry("pinned", true)
                .containsEntry("pins", 1)
                .containsKeys("position", "at")
                .doesNotContainKeys("thread", "text");
        assertThat(ofAnswer.getMap("$"))
                .containsEntry("emoji", List.of())
                .containsEntry("pinned", false)
                .containsEntry("pins", 1)
                .containsEntry(
                        "thread",
                        Map.of("author", root.author().value(), "id", root.id().toString()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindADeletedMessageWhereItStood(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        Content.Posted posted = scene.ada.says("secret");
        Position position = log.append(posted);
        MessageRef message = scene.ada.ref(posted.id());
        log.append(scene.bob.reacts(message, "👍", true));
        log.append(scene.ada.pins(message, true));
        // when
        log.append(scene.ada.deletes(message));
        scene.page("");
        // then
        JsonPath found = find(scene, message);
        assertThat(found.getBoolean("deleted")).isTrue();
        assertThat(found.getLong("position")).isEqualTo(position.value());
        assertThat(found.getList("emoji")).isEmpty();
        assertThat(found.getBoolean("pinned")).isFalse();
        assertThat(found.getInt("pins")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellAMessageFromWhatIsAboutOne(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.say(scene.ada, "one");
        Content.Edited edit = scene.ada.edits(message, "two");
        Position position = log.append(edit);
        scene.page("");
        // then
        JsonPath found = find(scene, scene.ada.ref(edit.id()));
        assertThat(found.getBoolean("message")).isFalse();
        assertThat(found.getLong("position")).isEqualTo(position.value());
    }
}

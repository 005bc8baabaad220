package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Speaker;
import dev.confab.message.testing.Where;
import dev.confab.protocol.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the operator lets only authors and moderators see what messages said before, and not too much of it. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
@TestProfile(RevisionsOfAuthorsTest.Limited.class)
class RevisionsOfAuthorsTest {
    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("confab.history.revisions", "author", "confab.history.most-revisions", "2");
        }
    }

    @Inject
    LogWriter log;

    private static void isRefused(Scene scene, Speaker reader, MessageRef message) {
        scene.get(reader, Scene.path(message) + "/revisions")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowFormerTextsToTheirAuthorAndNotToOthers(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.say(scene.ada, "one");
        log.append(scene.ada.edits(message, "two"));
        // then
        assertThat(scene.json(scene.ada, Scene.path(message) + "/revisions").getList("revisions.text"))
                .containsExactly("one");
        isRefused(scene, scene.bob, message);
    }

    @Test
    void shouldShowFormerTextsToModeratorsAsLongAsTheyAre() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_ROOM);
        MessageRef message = scene.say(scene.bob, "one");
        log.append(scene.bob.edits(message, "two"));
        // then
        assertThat(scene.json(scene.ada, Scene.path(message) + "/revisions").getList("revisions.text"))
                .containsExactly("one");
        // when
        log.dismiss(scene.room(), scene.ada.user().value());
        // then
        isRefused(scene, scene.ada, message);
    }

    @Test
    void shouldShowTheNewestOfManyFormerTexts() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_ROOM);
        MessageRef message = scene.say(scene.ada, "one");
        log.append(scene.ada.edits(message, "two"));
        log.append(scene.ada.edits(message, "three"));
        log.append(scene.ada.edits(message, "four"));
        // then
        var revisions = scene.json(scene.ada, Scene.path(message) + "/revisions");
        assertThat(revisions.getList("revisions.text")).containsExactly("two", "three");
        assertThat(Instant.parse(revisions.getString("revisions[0].at")))
                .isBetween(
                        Instant.parse(scene.page("").getString("messages[0].at")),
                        Instant.parse(revisions.getString("revisions[1].at")));
    }
}

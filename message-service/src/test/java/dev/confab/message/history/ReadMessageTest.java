package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Single messages, and what they said before. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ReadMessageTest {
    @Inject
    LogWriter log;

    @ParameterizedTest
    @EnumSource
    void shouldTellOfOneMessageWhatAPageTells(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef root = scene.say(scene.ada, "root");
        MessageRef reply = scene.post(scene.bob.replies(root, "reply", scene.ada.user()));
        log.append(scene.ada.reacts(reply, "👍", true));
        log.append(scene.ada.pins(reply, true));
        scene.post(scene.ada.answers(reply, "answer"));
        // when
        JsonPath message = scene.json(scene.ada, Scene.path(reply));
        // then
        assertThat(message.getMap("$")).isEqualTo(scene.page("").getMap("messages[1]"));
        assertThat(message.getString("replyTo.excerpt")).isEqualTo("root");
        assertThat(message.getInt("replies.count")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindAnAnswerInAThread(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef root = scene.say(scene.ada, "root");
        MessageRef answer = scene.post(scene.bob.answers(root, "answer"));
        // then
        JsonPath message = scene.json(scene.ada, Scene.path(answer));
        assertThat(message.getString("text")).isEqualTo("answer");
        assertThat(message.getString("thread.id")).isEqualTo(root.id().toString());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindNothingByAnotherAuthorOrTheIdOfAnEdit(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.say(scene.ada, "one");
        Content.Edited edit = scene.ada.edits(message, "two");
        log.append(edit);
        // then
        for (MessageRef ref :
                List.of(scene.bob.ref(message.id()), scene.ada.ref(edit.id()), scene.ada.ref(MessageId.next()))) {
            for (String path : List.of("", "/revisions")) {
                scene.get(scene.ada, Scene.path(ref) + path)
                        .then()
                        .statusCode(404)
                        .body("code", equalTo("not_found"));
            }
        }
        scene.get(scene.ada, "/messages/ada/no-id").then().statusCode(400).body("code", equalTo("invalid"));
    }

    @Test
    void shouldFindNothingInAConversationOfOthers() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_CONVERSATION);
        MessageRef message = scene.say(scene.ada, "one");
        Client stranger = Client.as("stranger");
        // then
        for (String with : List.of(scene.ada.user().value(), scene.bob.user().value())) {
            stranger.get("/api/direct/" + with + Scene.path(message)).then().statusCode(404);
            stranger.get("/api/direct/" + with + Scene.path(message) + "/revisions")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void shouldLetNobodyReadAMessageWhoMayNotReadTheRoom() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_ROOM);
        MessageRef message = scene.say(scene.ada, "one");
        log.ban(scene.room(), scene.bob.user().value(), Optional.empty());
        // then
        for (String path : List.of("", "/revisions")) {
            scene.get(scene.bob, Scene.path(message) + path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("banned"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhatAMessageSaidBeforeAndSinceWhen(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.say(scene.ada, "one");
        assertThat(scene.json(scene.bob, Scene.path(message) + "/revisions").getList("revisions"))
                .isEmpty();
        // when
        log.append(scene.ada.edits(message, "two"));
        log.append(scene.bob.edits(message, "not mine"));
        log.append(scene.ada.edits(message, "three"));
        // then
        JsonPath revisions = scene.json(scene.bob, Scene.path(message) + "/revisions");
        JsonPath present = scene.json(scene.bob, Scene.path(message));
        assertThat(revisions.getList("revisions.text")).containsExactly("one", "two");
        assertThat(revisions.getString("revisions[0].at")).isEqualTo(present.getString("at"));
        assertThat(Instant.parse(revisions.getString("revisions[1].at")))
                .isBetween(Instant.parse(present.getString("at")), Instant.parse(present.getString("editedAt")));
        assertThat(present.getString("text")).isEqualTo("three");
        // when
        log.append(scene.ada.deletes(message));
        // then
        assertThat(scene.json(scene.ada, Scene.path(message) + "/revisions").getList("revisions"))
                .isEmpty();
    }
}

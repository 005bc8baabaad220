package dev.confab.message.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Tokens;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Username;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class AttachmentsTest {
    @Inject
    LogWriter log;

    private static Attachment photo() {
        return new Attachment(
                MediaId.next(),
                "cat.jpg",
                "image/jpeg",
                4_711,
                Optional.of(640),
                Optional.of(480),
                Optional.empty(),
                Optional.of("A cat"));
    }

    private static JsonPath access(Attachment file, Username user) {
        Response answer =
                given().header("Confab-Pass", Tokens.pass(user.value())).get("/internal/media/" + file.id());
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private static List<String> ask(String path, Attachment file, Username user) {
        Response answer = given().header("Confab-Pass", Tokens.pass(user.value()))
                .contentType("application/json")
                .body(Map.of("ids", List.of(file.id().toString())))
                .post("/internal/media/" + path);
        return answer.statusCode() == 204 ? List.of() : answer.jsonPath().getList("ids");
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheFilesOfAMessageInHistoryAndInAGap(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        Attachment file = photo();

        // when
        MessageRef message = scene.post(scene.ada.shares(file));

        // then
        JsonPath page = scene.page("");
        assertThat(page.getString("messages[0].text")).isEmpty();
        assertThat(page.getString("messages[0].attachments[0].id"))
                .isEqualTo(file.id().toString());
        assertThat(page.getString("messages[0].attachments[0].alt")).isEqualTo("A cat");
        assertThat(page.getInt("messages[0].attachments[0].width")).isEqualTo(640);
        assertThat(scene.json(scene.ada, Scene.path(message)).getString("attachments[0].name"))
                .isEqualTo("cat.jpg");
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepTheFilesOfAMessageThatIsEditedAndNotOfOneThatIsDeleted(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        Attachment file = photo();
        MessageRef message = scene.post(scene.ada.shares(file));

        // when, then
        log.append(scene.ada.edits(message, "my cat"));
        assertThat(scene.page("").getString("messages[0].attachments[0].id"))
                .isEqualTo(file.id().toString());
        log.append(scene.ada.deletes(message));
        assertThat(scene.page("").getList("messages[0].attachments")).isNullOrEmpty();
        assertThat(access(file, scene.ada.user()).getBoolean("readable")).isFalse();
        assertThat(access(file, scene.ada.user()).getBoolean("gone")).isTrue();
    }

    @Test
    void shouldLetReadAConversationsFileOnlyTheTwo() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_CONVERSATION);
        Attachment file = photo();

        // when
        scene.post(scene.ada.shares(file));

        // then
        assertThat(access(file, scene.ada.user()).getBoolean("readable")).isTrue();
        assertThat(access(file, scene.bob.user()).getBoolean("readable")).isTrue();
        assertThat(access(file, scene.other("eve").user()).getBoolean("readable"))
                .isFalse();
    }

    @Test
    void shouldNotLetTheBannedReadARoomsFile() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_ROOM);
        Attachment file = photo();
        scene.post(scene.ada.shares(file));
        assertThat(access(file, scene.bob.user()).getBoolean("readable")).isTrue();

        // when
        log.ban(scene.room(), scene.bob.user().value(), Optional.empty());

        // then
        scene.page("");
        assertThat(access(file, scene.bob.user()).getBoolean("readable")).isFalse();
        assertThat(access(file, scene.ada.user()).getBoolean("readable")).isTrue();
    }

    @Test
    void shouldCountAFileAsGoneOnceItIsInNoMessageThatStands() {
        // given
        Scene here = Scene.of(log, Where.IN_A_ROOM);
        Scene there = Scene.of(log, Where.IN_A_ROOM);
        Attachment file = photo();
        MessageRef first = here.post(here.ada.shares(file));
        MessageRef second = there.post(there.ada.shares(file));
        Username ada = here.ada.user();

        // when, then
        log.append(here.ada.deletes(first));
        assertThat(ask("referenced", file, ada)).containsExactly(file.id().toString());
        log.append(there.ada.deletes(second));
        assertThat(ask("referenced", file, ada)).isEmpty();
        assertThat(gone(ada)).contains(file.id().toString());
        ask("forgotten", file, ada);
        assertThat(gone(ada)).doesNotContain(file.id().toString());
    }

    private static List<String> gone(Username user) {
        return given().header("Confab-Pass", Tokens.pass(user.value()))
                .get("/internal/media/gone")
                .jsonPath()
                .getList("ids");
    }
}

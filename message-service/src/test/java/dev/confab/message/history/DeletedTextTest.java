package dev.confab.message.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Speaker;
import dev.confab.message.testing.Where;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that this service answers has a text that was deleted, whoever asks whatever. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DeletedTextTest {
    private static final String SECRET = "hush";

    @Inject
    LogWriter log;

    /** A message with everything that can hang on it, and everything that can hang on another. */
    private static final class Told {
        private final List<MessageRef> messages = new ArrayList<>();
        private MessageRef root;
        private Position last = Position.NONE;
    }

    private Told tell(Scene scene) {
        Told told = new Told();
        log.join(scene.room(), scene.ada.user().value());
        log.join(scene.room(), scene.bob.user().value());
        told.root = scene.say(scene.ada, SECRET + " root");
        MessageRef edited = scene.post(scene.bob.replies(told.root, SECRET + " first", scene.ada.user()));
        MessageRef answer = scene.post(scene.bob.answers(told.root, SECRET + " answer"));
        log.append(scene.bob.edits(edited, SECRET + " second"));
        log.append(scene.bob.edits(edited, SECRET + " third"));
        log.append(scene.ada.edits(told.root, SECRET + " better root"));
        MessageRef replied = scene.post(scene.ada.replies(edited, "harmless"));
        told.messages.addAll(List.of(told.root, edited, answer, replied));
        told.messages.forEach(message -> {
            log.append(scene.bob.reacts(message, "👍", true));
            log.append(scene.ada.pins(message, true));
        });
        told.last = new Position(log.append(scene.ada.says("the end")).value());
        return told;
    }

    private static Map<String, Response> everything(Scene scene, Told told) {
        Map<String, Response> answers = new LinkedHashMap<>();
        for (Speaker reader : List.of(scene.ada, scene.bob)) {
            Stream<String> pages = Stream.of(
                    "/messages",
                    "/messages?limit=200&after=0.0",
                    "/messages?before=" + (told.last.value() + 1),
                    "/messages?around=" + told.last,
                    "/messages?at=2000-01-01T00:00:00Z",
                    "/messages?thread=" + told.root.author() + "/" + told.root.id(),
                    "/pins");
            Stream<String> single = told.messages.stream()
                    .map(Scene::path)
                    .flatMap(path -> Stream.of(path, path + "/revisions", path + "/seen"));
            Stream.concat(pages, single).forEach(path -> answers.put(reader.user() + path, scene.get(reader, path)));
            Client client = Client.as(reader.user().value());
            answers.put(reader.user() + "/direct", client.get("/api/direct"));
            answers.put(reader.user() + "/unread", client.get("/api/unread"));
            answers.put(reader.user() + "/search", client.get("/api/search?limit=50&q=" + SECRET));
            answers.put(reader.user() + "/search from", client.get("/api/search?limit=50&q=from:" + scene.bob.user()));
        }
        answers.put("gap", scene.internal("/events?after=-1&upTo=" + told.last + "&limit=1000"));
        told.messages.forEach(message -> answers.put("lookup " + message, scene.internal(Scene.path(message))));
        return answers;
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeNoTextThatWasDeleted(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        Told told = tell(scene);
        scene.page("");
        Client bob = Client.as(scene.bob.user().value());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> bob.get("/api/search?q=" + SECRET).asString().contains(SECRET));
        Map<String, Response> before = everything(scene, told);
        assertThat(before.values().stream().filter(answer -> answer.asString().contains(SECRET)))
                .hasSizeGreaterThan(15);
        // when
        for (MessageRef message : told.messages.subList(0, 3)) {
            log.append((message.author().equals(scene.ada.user()) ? scene.ada : scene.bob).deletes(message));
            log.append((message.author().equals(scene.ada.user()) ? scene.ada : scene.bob)
                    .edits(message, SECRET + " too late"));
        }
        told.last = log.append(scene.ada.says("the very end"));
        scene.page("");
        // then
        everything(scene, told).forEach((what, answer) -> {
            assertThat(answer.statusCode()).as(what).isEqualTo(200);
            assertThat(answer.asString()).as(what).doesNotContain(SECRET);
        });
    }

    /** So that a new one is thought of in {@link #everything}. */
    @Test
    void shouldAskEveryEndpoint() {
        String document = given().get("/q/openapi?format=json").asString();
        assertThat(given().get("/q/openapi?format=json").jsonPath().<String, Object>getMap("paths").keySet().stream()
                        .filter(path -> !path.startsWith("/internal/media/")) // which know files by their ids alone
                        .map(path -> path.replaceFirst("/(rooms/\\{room}|direct/\\{user})", "/…"))
                        .collect(Collectors.toSet()))
                .as(document)
                .containsExactlyInAnyOrder(
                        "/api/direct",
                        "/api/search",
                        "/api/unread",
                        "/api/…/messages",
                        "/api/…/pins",
                        "/api/…/messages/{author}/{id}",
                        "/api/…/messages/{author}/{id}/revisions",
                        "/api/…/messages/{author}/{id}/seen",
                        "/internal/…/events",
                        "/internal/…/messages/{author}/{id}");
    }
}

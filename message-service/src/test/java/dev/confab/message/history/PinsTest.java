package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class PinsTest {
    @Inject
    LogWriter log;

    @ParameterizedTest
    @EnumSource
    void shouldServeTheNewestPinFirst(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef one = scene.say(scene.ada, "one");
        MessageRef two = scene.say(scene.bob, "two");
        MessageRef answer = scene.post(scene.bob.answers(one, "answer"));
        MessageRef gone = scene.say(scene.ada, "gone");
        assertThat(scene.json(scene.ada, "/pins").getList("messages")).isEmpty();
        // when
        List.of(two, gone, answer, one).forEach(message -> log.append(scene.ada.pins(message, true)));
        log.append(scene.ada.deletes(gone));
        log.append(scene.bob.reacts(two, "👍", true));
        // then
        JsonPath pins = scene.json(scene.ada, "/pins");
        assertThat(pins.getList("messages.text")).containsExactly("one", "answer", "two");
        assertThat(pins.getList("messages.pinned")).containsOnly(true);
        assertThat(pins.getMap("messages[2]")).isEqualTo(scene.page("").getMap("messages[1]"));
        // when
        log.append(scene.ada.pins(two, false));
        log.append(scene.ada.pins(two, true));
        log.append(scene.ada.pins(one, false));
        // then
        assertThat(scene.json(scene.bob, "/pins").getList("messages.text")).containsExactly("two", "answer");
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveNoMorePinsThanAStreamMayHave(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        List<MessageRef> messages = IntStream.rangeClosed(0, Content.Pinned.MAX_PINS)
                .mapToObj(i -> scene.say(scene.ada, "text " + i))
                .toList();
        // when
        messages.forEach(message -> log.append(scene.ada.pins(message, true)));
        // then
        assertThat(scene.json(scene.ada, "/pins").getList("messages")).hasSize(Content.Pinned.MAX_PINS);
    }

    @Test
    void shouldShowThePinsOfARoomToNobodyWhoMayNotReadIt() {
        Scene scene = Scene.of(log, Where.IN_A_ROOM);
        log.ban(scene.room(), scene.bob.user().value(), Optional.empty());
        scene.get(scene.bob, "/pins").then().statusCode(403).body("code", equalTo("banned"));
    }
}

package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write comes back as they wrote it, on every road. */
@SystemTest
class UnicodeTest {

    static Stream<String> strangeTexts() {
        return Stream.of(
                "\"double\" 'single' `back` \\ / \\n",
                "<script>alert(1)</script> & &amp; <img src=x onerror=alert(1)>",
                "👩🏽‍🚀 🏳️‍🌈 🇩🇪 👨‍👩‍👧‍👦",
                "שלום, مرحبا, ‮drawkcab‬",
                "e\u0301 is not é, Z\u0351\u036b\u0343\u036a\u0302algo",
                "one\ntwo\r\nthree\tfour",
                "'; drop table message; -- %_ ${jndi:x} {{7*7}}",
                "\u0000 nul, \u0007 bell, \u200b zero width, \ufeff mark",
                "語".repeat(50) + "𠜎".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void shouldBringATextUnchangedByWebSocket(String text, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient bob =
                confab.connect(confab.person("bob"), confab.otherGateway()).join(room);
        // when
        confab.connect(alice).join(room).send(text);
        // then
        bob.expect(message(text).from(alice));
        assertThat(bob.history(room).texts()).containsExactly(text);
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void shouldBringATextUnchangedByRest(String text, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient bob = confab.connect(confab.person("bob")).join(room);
        // when
        confab.api(alice)
                .post(path("/api/rooms/{}/messages", room), MessagesTest.body(text))
                .expect(201);
        // then
        bob.expect(message(text).from(alice));
        assertThat(bob.history(room).texts()).containsExactly(text);
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void shouldBringAPrivateTextUnchanged(String text, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        ChatClient client = confab.connect(bob, confab.otherGateway());
        // when
        confab.connect(alice).direct(bob, text);
        // then
        client.expect(direct(text).from(alice));
        assertThat(History.withPerson(confab.api(bob), alice.username()).texts())
                .containsExactly(text);
    }

    static Stream<String> strangeNames() {
        return Stream.of(
                "\"quotes\" & <b>",
                "a/b?c#d%2f",
                "..",
                "Straße ſ İ",
                "חדר السلام",
                "👩🏽‍🚀 lounge",
                "e\u0301 combined",
                "100% _sure_ \\",
                "+ plus & amp = eq ; semi");
    }

    @ParameterizedTest
    @MethodSource("strangeNames")
    void shouldKeepARoomOfAStrangeName(String name, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = name.equals("..") ? ".." + Users.fresh(".") : Users.fresh(name);
        // when
        Answer created = confab.api(alice).post("/api/rooms", Map.of("name", room));
        // then
        assertThat(created.expect(201).text("name")).isEqualTo(room);
        assertThat(confab.api(alice)
                        .get(path("/api/rooms/{}", room))
                        .expect(200)
                        .text("name"))
                .isEqualTo(room);
        ChatClient bob = confab.connect(confab.person("bob")).join(room).send("hi");
        bob.expect(message("hi").in(room));
        assertThat(bob.history(room).texts()).containsExactly("hi");
        confab.api(bob.session()).delete(path("/api/rooms/{}/members/me", room)).expect(204);
    }
}

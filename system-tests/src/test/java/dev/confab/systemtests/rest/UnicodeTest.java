package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.joined;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomName;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.EventStream;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"c++", "a;b", "100%25", "a b"})
    void shouldMeanThisVeryRoomInEveryAddress(String name, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, name);
        ChatClient laptop = confab.connect(alice).join(room);
        // when
        try (EventStream events = confab.api(alice).events(path("/api/rooms/{}/events", room))) {
            confab.api(alice)
                    .post(path("/api/rooms/{}/messages", room), MessagesTest.body("hi"))
                    .expect(201);
            long position = laptop.expect(message("hi").in(room)).position();
            confab.api(alice)
                    .put(path("/api/rooms/{}/read", room), Map.of("position", position))
                    .expect(204);
            // then
            assertThat(events.next().frame().text("room")).isEqualTo(room);
            laptop.expect(frame("read").in(room));
        }
    }

    @Test
    void shouldTellWhoComesThoughARoomHasAKeyLongerThanNamesMayBe(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String longest =
                Users.fresh("x").concat("x".repeat(RoomName.MAX_LENGTH)).substring(0, 49) + "…";
        confab.api(alice).post("/api/rooms", Map.of("name", longest)).expect(201);
        String room = confab.room(alice, "kitchen");
        ChatClient inBoth = confab.connect(alice).join(longest).join(room);
        // when
        Session bob = confab.person("bob");
        confab.connect(bob, confab.otherGateway()).join(longest).join(room);
        // then
        inBoth.expect(joined(bob).in(longest));
        inBoth.expect(joined(bob).in(room));
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

package dev.confab.systemtests.resume;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static dev.confab.systemtests.resume.Busy.BEYOND_THE_RING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes back gets exactly what they missed, whatever the gap, while messages keep coming. */
@SystemTest
class ResumeTest {

    @ParameterizedTest(name = "after {0} messages")
    @ValueSource(ints = {20, BEYOND_THE_RING, 5 * BEYOND_THE_RING})
    void shouldGoOnExactlyAfterWhatWasSeen(int missed, Confab confab) throws InterruptedException {
        // given
        Gone gone = Gone.fromRoom(confab, "busy");
        try (Busy busy = new Busy(confab, gone.alice(), gone.room()).say(missed).goOn()) {
            // when
            ChatClient back = confab.connect(gone.bob(), confab.otherGateway());
            Frame answer = back.ask(joining(gone.room())
                    .withTicket(gone.joined().text("ticket"))
                    .since(gone.joined().position())
                    .of(gone.joined().text("epoch")));
            busy.finish();
            // then
            assertThat(answer.json().path("resumed").asBoolean()).isTrue();
            assertThat(busy.heardBy(back))
                    .containsExactlyElementsOf(busy.after(gone.joined().position()));
        }
    }

    @ParameterizedTest(name = "{0} messages ago")
    @ValueSource(ints = {20, BEYOND_THE_RING})
    void shouldBeToldInOrderWhatElseHappenedInTheRoom(int ago, Confab confab) throws InterruptedException {
        // given
        Gone gone = Gone.fromRoom(confab, "busy");
        try (Busy busy = new Busy(confab, gone.alice(), gone.room())
                .say(1)
                .change(gone.bob())
                .say(ago)) {
            // when
            ChatClient back = confab.connect(gone.bob(), confab.otherGateway());
            back.resume(gone.room(), gone.joined().text("ticket"), gone.joined().position());
            busy.finish();
            // then: the first message, two changes, and the last word
            assertThat(busy.heardBy(back))
                    .hasSize(1 + 2 + ago + 1)
                    .containsExactlyElementsOf(busy.after(gone.joined().position()));
        }
    }

    @Test
    void shouldGoOnInAnEventStreamAsWell(Confab confab) throws InterruptedException {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "busy");
        Frame joined = confab.connect(bob).ask(joining(room));
        try (Busy busy = new Busy(confab, alice, room).say(1).change(bob).say(2 * BEYOND_THE_RING)) {
            Api bot = bob.api(confab.otherGateway())
                    .with("Last-Event-ID", joined.text("epoch") + "." + joined.position());
            // when
            try (var events = bot.events(path("/api/rooms/{}/events", room))) {
                busy.finish();
                List<Long> heard = new ArrayList<>();
                for (String text = ""; !text.equals("the end"); ) {
                    Frame event = events.next().frame();
                    heard.add(event.position());
                    text = event.json().path("text").asText();
                }
                // then
                assertThat(heard).containsExactlyElementsOf(busy.after(joined.position()));
            }
        }
    }

    @Test
    void shouldStartAgainWithAPositionOfAnotherLog(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room).send("said");
        client.expect(message("said"));
        // when
        Frame answer = client.ask(joining(room).since(0).of("another-log"));
        // then
        assertThat(answer.expectOk().json().path("resumed").asBoolean()).isFalse();
        client.send("marker").expectNothing(message("said"), message("marker"));
    }

    @Test
    void shouldStartAgainWithAPositionThatIsYetToCome(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room).send("said");
        long now = client.expect(message("said")).position();
        // when
        Frame answer = client.ask(joining(room).since(now + 1_000_000));
        // then
        assertThat(answer.expectOk().json().path("resumed").asBoolean()).isFalse();
        assertThat(answer.position()).isLessThan(now + 1_000_000);
        client.send("not missed").expect(message("not missed"));
    }

    @ParameterizedTest(name = "of {0} messages")
    @ValueSource(ints = {5, BEYOND_THE_RING})
    void shouldTellNothingOfTheGapToWhoWasKickedFromARoomWithAPassword(int missed, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "vault", "open sesame");
        ChatClient gone = confab.connect(bob);
        Frame joined = gone.ask(joining(room).withPassword("open sesame"));
        gone.abort();
        confab.api(alice)
                .delete(path("/api/rooms/{}/members/{}", room, bob.username()))
                .expect(204);
        try (Busy busy = new Busy(confab, alice, room).say(missed)) {
            // when
            ChatClient back = confab.connect(bob, confab.otherGateway());
            Frame answer =
                    back.ask(joining(room).withTicket(joined.text("ticket")).since(joined.position()));
            // then
            answer.expectError(ErrorCode.WRONG_PASSWORD);
            back.raw("{\"type\":\"ping\"}").expectNothing(message(), frame("pong"));
        }
    }

    @ParameterizedTest(name = "of {0} messages")
    @ValueSource(ints = {5, BEYOND_THE_RING})
    void shouldTellNothingOfTheGapToWhoWasBanned(int missed, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient gone = confab.connect(bob);
        Frame joined = gone.ask(joining(room));
        gone.abort();
        confab.api(alice)
                .put(path("/api/rooms/{}/bans/{}", room, bob.username()), Map.of("reason", "spam"))
                .expect(200);
        try (Busy busy = new Busy(confab, alice, room).say(missed)) {
            // when
            ChatClient back = confab.connect(bob, confab.otherGateway());
            Frame answer =
                    back.ask(joining(room).withTicket(joined.text("ticket")).since(joined.position()));
            // then
            answer.expectError(ErrorCode.BANNED);
            back.raw("{\"type\":\"ping\"}").expectNothing(message(), frame("pong"));
        }
    }

    @ParameterizedTest(name = "of {0} messages")
    @ValueSource(ints = {5, BEYOND_THE_RING})
    void shouldTellNothingOfTheGapToWhoDoesNotKnowThePassword(int missed, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session mallory = confab.person("mallory");
        String room = confab.room(alice, "vault", "open sesame");
        Frame ofAlice = confab.connect(alice).ask(joining(room));
        try (Busy busy = new Busy(confab, alice, room).say(missed)) {
            // when
            ChatClient stranger = confab.connect(mallory, confab.otherGateway());
            Frame answer = stranger.ask(
                    joining(room).withTicket(ofAlice.text("ticket")).since(ofAlice.position()));
            // then
            answer.expectError(ErrorCode.WRONG_PASSWORD);
            stranger.raw("{\"type\":\"ping\"}").expectNothing(message(), frame("pong"));
        }
    }
}

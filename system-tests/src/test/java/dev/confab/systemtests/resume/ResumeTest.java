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
import dev.confab.systemtests.content.Kind;
import dev.confab.systemtests.content.Kind.Seat;
import dev.confab.systemtests.content.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes back gets exactly what they missed, whatever the gap, while messages keep coming. */
@SystemTest
class ResumeTest {

    @ParameterizedTest(name = "in a {0} after {1} messages")
    @CsvSource({
        "ROOM, 20",
        "ROOM, " + BEYOND_THE_RING,
        "ROOM, " + 5 * BEYOND_THE_RING,
        "CONVERSATION, 20",
        "CONVERSATION, " + BEYOND_THE_RING,
        "CONVERSATION, " + 5 * BEYOND_THE_RING
    })
    void shouldGoOnExactlyAfterWhatWasSeen(Kind kind, int missed, Confab confab) throws InterruptedException {
        // given
        Gone gone = Gone.from(kind, confab);
        try (Busy busy = new Busy(confab, gone.alice()).say(missed).goOn()) {
            // when
            ChatClient back = confab.connect(gone.bob().person(), confab.otherGateway());
            Frame answer = back.ask(gone.comingBack());
            busy.finish();
            // then
            assertThat(answer.json().path("resumed").asBoolean()).isTrue();
            assertThat(busy.heardBy(back))
                    .containsExactlyElementsOf(busy.after(gone.joined().position()));
        }
    }

    @ParameterizedTest(name = "in a {0} {1} messages ago")
    @CsvSource({"ROOM, 20", "ROOM, " + BEYOND_THE_RING, "CONVERSATION, 20", "CONVERSATION, " + BEYOND_THE_RING})
    void shouldBeToldInOrderWhatElseHappened(Kind kind, int ago, Confab confab) throws InterruptedException {
        // given
        Gone gone = Gone.from(kind, confab);
        try (Busy busy =
                new Busy(confab, gone.alice()).say(1).change(gone.bob()).say(ago)) {
            // when
            ChatClient back = gone.back(confab, confab.otherGateway());
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
        Gone gone = Gone.from(Kind.ROOM, confab);
        Frame joined = gone.joined();
        try (Busy busy =
                new Busy(confab, gone.alice()).say(1).change(gone.bob()).say(2 * BEYOND_THE_RING)) {
            Api bot = gone.bob()
                    .person()
                    .api(confab.otherGateway())
                    .with("Last-Event-ID", joined.text("epoch") + "." + joined.position());
            // when
            try (var events = bot.events(gone.bob().address() + "/events")) {
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

    @ParameterizedTest
    @EnumSource
    void shouldStartAgainWithAPositionOfAnotherLog(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient client = meeting.enter(meeting.alice());
        Meeting.say(client, meeting.alice(), "said");
        client.expect(message("said"));
        // when
        Frame answer = client.ask(Meeting.joining(meeting.alice()).since(0).of("another-log"));
        // then
        assertThat(answer.expectOk().json().path("resumed").asBoolean()).isFalse();
        Meeting.say(client, meeting.alice(), "marker");
        client.expectNothing(message("said"), message("marker"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldStartAgainWithAPositionThatIsYetToCome(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient client = meeting.enter(meeting.alice());
        Meeting.say(client, meeting.alice(), "said");
        long now = client.expect(message("said")).position();
        // when
        Frame answer = client.ask(Meeting.joining(meeting.alice()).since(now + 1_000_000));
        // then
        assertThat(answer.expectOk().json().path("resumed").asBoolean()).isFalse();
        assertThat(answer.position()).isLessThan(now + 1_000_000);
        Meeting.say(client, meeting.alice(), "not missed");
        client.expect(message("not missed"));
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
        try (Busy busy = new Busy(confab, Seat.inRoom(alice, room)).say(missed)) {
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
        try (Busy busy = new Busy(confab, Seat.inRoom(alice, room)).say(missed)) {
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
        try (Busy busy = new Busy(confab, Seat.inRoom(alice, room)).say(missed)) {
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

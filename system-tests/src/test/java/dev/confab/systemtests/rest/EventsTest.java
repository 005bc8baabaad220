package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.EventStream.Event;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class EventsTest {
    private static final String EVENTS = "/api/rooms/{}/events";

    @Test
    void shouldReplayWhatCameAfterTheLastEventAndGoOnLive(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room).send("seen").send("missed");
        long seen = writer.expect(message("seen")).position();
        Api bot = confab.api(confab.person("bot")).with("Last-Event-ID", Long.toString(seen));
        // when
        try (var events = bot.events(path(EVENTS, room))) {
            Event missed = events.next();
            writer.send("live");
            Event live = events.next();
            // then
            assertThat(missed.frame().text("text")).isEqualTo("missed");
            assertThat(missed.id()).endsWith("." + missed.frame().position());
            assertThat(live.frame().text("text")).isEqualTo("live");
            // and the id of an event does as well
            try (var again = bot.with("Last-Event-ID", missed.id()).events(path(EVENTS, room))) {
                assertThat(again.next()).isEqualTo(live);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "another-log.0"})
    void shouldStartAgainAfterAnEventThatIsNotOfThisLog(String last, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room).send("before");
        long before = writer.expect(message("before")).position();
        Api bot = confab.api(confab.person("bot")).with("Last-Event-ID", last);
        // when
        try (var events = bot.events(path(EVENTS, room))) {
            Event first = events.next();
            writer.send("live");
            Event next = events.next();
            // then
            assertThat(first.frame().type()).isEqualTo("reset");
            assertThat(first.frame().position()).isGreaterThanOrEqualTo(before).isLessThan(999_999_999);
            assertThat(next.frame().text("text")).isEqualTo("live");
        }
    }

    @Test
    void shouldEndWithTheSession(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Api api = confab.api(alice);
        ChatClient writer = confab.connect(confab.person("bob")).join(room);
        try (var events = api.events(path(EVENTS, room))) {
            writer.send("still signed in");
            events.next();
            // when
            api.post("/api/auth/logout", Map.of()).expect(204);
            // then
            assertThat(events.hasEnded()).isTrue();
        }
    }

    @Test
    void shouldKeepTheEventsOfARoomWithAPasswordAmongItsMembers(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        // when
        Answer answer = confab.api(confab.person("mallory")).get(path(EVENTS, room));
        // then
        answer.expectProblem(ErrorCode.WRONG_PASSWORD);
    }

    @Test
    void shouldKnowNoEventsOfAnUnknownRoom(Confab confab) {
        // when
        Answer answer = confab.api(confab.person("alice")).get(path(EVENTS, Users.fresh("nowhere")));
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldRefuseALastEventThatIsNone(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Api api = confab.api(alice).with("Last-Event-ID", "yesterday");
        // when
        Answer answer = api.get(path(EVENTS, "main"));
        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}

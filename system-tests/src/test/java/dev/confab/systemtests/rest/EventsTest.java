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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
        Api bot = member(confab, room).with("Last-Event-ID", Long.toString(seen));
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
        Api bot = member(confab, room).with("Last-Event-ID", last);
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
        answer.expectProblem(ErrorCode.NOT_JOINED);
    }

    @Test
    void shouldMakeNobodyAMember(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Session bob = confab.person("bob");
        // when
        Answer answer = confab.api(bob).get(path(EVENTS, room));
        // then
        answer.expectProblem(ErrorCode.NOT_JOINED);
        assertThat(confab.api(alice).get(path("/api/rooms/{}/members", room)).bodyText())
                .doesNotContain(bob.username());
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null"
    })
    void shouldShowNobodyInARoomBecauseOfAForeignPage(String header, String value, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        // when
        Answer answer = alice.browserApi(confab.gateway()).with(header, value).get(path(EVENTS, room));
        // then
        answer.expectProblem(ErrorCode.FORBIDDEN);
    }

    @Test
    void shouldBeginWithHeadersAloneAndWithoutAStreamForHead(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        // when
        Answer answer = confab.api(alice).raw("HEAD", path(EVENTS, room), "");
        // then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void shouldEndAfterWhatPutsItsReaderOutAndTellWhoComesBackWhy(End end, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "vault", "open sesame");
        Session bob = confab.person("bob");
        Api bot = confab.api(bob);
        bot.post(path("/api/rooms/{}/join", room), Map.of("password", "open sesame"))
                .expect(200);
        try (var events = bot.events(path(EVENTS, room))) {
            // when
            end.act(confab.api(alice), bot, room, bob.username());
            // then
            assertThat(events.next().frame().type()).isEqualTo(end.event);
            assertThat(events.hasEnded()).isTrue();
        }
        bot.get(path(EVENTS, room)).expectProblem(end.answer);
    }

    private enum End {
        KICK("kicked", ErrorCode.NOT_JOINED) {
            @Override
            void act(Api owner, Api self, String room, String user) {
                owner.delete(path("/api/rooms/{}/members/{}", room, user)).expect(204);
            }
        },
        BAN("banned", ErrorCode.BANNED) {
            @Override
            void act(Api owner, Api self, String room, String user) {
                owner.put(path("/api/rooms/{}/bans/{}", room, user), Map.of()).expect(200);
            }
        },
        LEAVE("left", ErrorCode.NOT_JOINED) {
            @Override
            void act(Api owner, Api self, String room, String user) {
                self.delete(path("/api/rooms/{}/members/me", room)).expect(204);
            }
        },
        DELETION("room", ErrorCode.NOT_FOUND) {
            @Override
            void act(Api owner, Api self, String room, String user) {
                owner.delete(path("/api/rooms/{}", room)).expect(204);
            }
        };

        private final String event;
        private final ErrorCode answer;

        End(String event, ErrorCode answer) {
            this.event = event;
            this.answer = answer;
        }

        abstract void act(Api owner, Api self, String room, String user);
    }

    @Test
    void shouldTakeAnEmptyLastEventForNone(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room).send("before");
        try (var events = confab.api(alice).with("Last-Event-ID", "").events(path(EVENTS, room))) {
            // when
            writer.send("live");
            // then
            assertThat(events.next().frame().text("text")).isEqualTo("live");
        }
    }

    /** Somebody who has joined. */
    private static Api member(Confab confab, String room) {
        Api api = confab.api(confab.person("bot"));
        api.post(path("/api/rooms/{}/join", room), Map.of()).expect(200);
        return api;
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

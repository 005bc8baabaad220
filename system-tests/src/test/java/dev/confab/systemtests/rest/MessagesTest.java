package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SystemTest
class MessagesTest {
    private static final String MESSAGES = "/api/rooms/{}/messages";

    @Test
    void shouldBringAPostedMessageToEverybodyInTheRoom(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient bob = confab.connect(confab.person("bob")).join(room);
        var body = body("by REST");
        // when
        Answer answer = confab.api(alice).post(path(MESSAGES, room), body);
        // then
        answer.expect(201);
        Frame heard = bob.expect(message("by REST").from(alice).in(room));
        assertThat(heard.text("id")).isEqualTo(body.get("id")).isEqualTo(answer.text("id"));
        assertThat(heard.position()).isEqualTo(answer.json().path("position").asLong());
        assertThat(heard.text("at")).isEqualTo(answer.text("at"));
    }

    @Test
    void shouldAnswerARepeatedIdLikeTheFirstTime(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        var body = body("once");
        Answer first = confab.api(alice).post(path(MESSAGES, room), body).expect(201);
        // when
        Answer again = confab.api(alice).post(path(MESSAGES, room), body);
        // then
        assertThat(again.expect(201).json()).isEqualTo(first.json());
        assertThat(History.ofRoom(confab.api(alice), room).texts()).containsExactly("once");
    }

    @Test
    void shouldTellTheSameMessageLiveAndFromHistory(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Instant before = Instant.now().minus(Duration.ofSeconds(5));
        ChatClient client = confab.connect(alice).join(room).send("hi");
        // when
        History.Page page = client.history(room).newest();
        // then
        Frame live = client.expect(message("hi"));
        assertThat(page.messages())
                .containsExactly(new History.Stored(
                        live.position(), Instant.parse(live.text("at")), live.text("id"), alice.username(), "hi"));
        assertThat(page.messages().getFirst().at())
                .isBetween(before, Instant.now().plus(Duration.ofSeconds(5)));
    }

    @Test
    void shouldPageThroughHistoryBothWays(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room);
        IntStream.range(0, 10).forEach(i -> client.send("no " + i));
        History history = client.history(room);
        // when
        History.Page newest = history.page("?limit=4");
        History.Page older = history.page("?limit=4&before=" + newest.prev().orElseThrow());
        History.Page oldest = history.page("?limit=4&before=" + older.prev().orElseThrow());
        History.Page forward = history.page("?limit=4&after=" + older.next().orElseThrow());
        // then
        assertThat(newest.texts()).containsExactly("no 6", "no 7", "no 8", "no 9");
        assertThat(older.texts()).containsExactly("no 2", "no 3", "no 4", "no 5");
        assertThat(oldest.texts()).containsExactly("no 0", "no 1");
        assertThat(oldest.prev()).isEmpty();
        assertThat(forward.texts()).isEqualTo(newest.texts());
    }

    @Test
    void shouldShowWhatWasSaidAroundAPosition(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room);
        IntStream.range(0, 9).forEach(i -> client.send("no " + i));
        long position = client.expect(message("no 4")).position();
        // when
        History.Page page = client.history(room).page("?limit=3&around=" + position);
        // then
        assertThat(page.texts()).containsExactly("no 3", "no 4", "no 5");
    }

    @Test
    void shouldKeepTheHistoryOfARoomWithAPasswordAmongItsMembers(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "vault", "open sesame");
        Session mallory = confab.person("mallory");
        // when
        Answer answer = confab.api(mallory).get(path(MESSAGES, room));
        // then
        answer.expectProblem(ErrorCode.FORBIDDEN);
    }

    @Test
    void shouldTakeNothingFromStrangersToARoomWithAPassword(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "vault", "open sesame");
        // when
        Answer answer = confab.api(confab.person("mallory")).post(path(MESSAGES, room), body("hello?"));
        // then
        answer.expectProblem(ErrorCode.NOT_JOINED);
        assertThat(History.ofRoom(confab.api(alice), room).texts()).isEmpty();
    }

    @Test
    void shouldKnowNoHistoryOfAnUnknownRoom(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).get(path(MESSAGES, Users.fresh("nowhere")));
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
    }

    static Map<String, String> body(String text) {
        return Map.of("id", MessageId.next().toString(), "text", text);
    }
}

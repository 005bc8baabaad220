package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class BanTest {
    private static final String JOIN = "/api/rooms/{}/join";
    private static final String BAN = "/api/rooms/{}/bans/{}";

    @Test
    void shouldKeepOutWhoIsBannedEverywhere(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(bob);
        String ticket = client.ask(joining(room)).expectOk().text("ticket");
        // when
        confab.api(alice)
                .put(path(BAN, room, bob.username()), Map.of("reason", "spam"))
                .expect(200);
        // then
        assertThat(client.expect(frame("banned").in(room)).text("reason")).isEqualTo("spam");
        client.ask(joining(room)).expectError(ErrorCode.BANNED);
        client.ask(joining(room).withTicket(ticket)).expectError(ErrorCode.BANNED);
        confab.api(bob).post(path(JOIN, room), Map.of()).expectProblem(ErrorCode.BANNED);
        confab.api(bob)
                .post(path("/api/rooms/{}/messages", room), MessagesTest.body("psst"))
                .expectProblem(ErrorCode.BANNED);
    }

    @Test
    void shouldLetInWhoIsBannedNoLonger(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        confab.api(alice).put(path(BAN, room, bob.username()), Map.of()).expect(200);
        // when
        confab.api(alice).delete(path(BAN, room, bob.username())).expect(204);
        // then
        ChatClient client = confab.connect(bob).join(room).send("thanks");
        client.expect(frame("message").with("text", "thanks"));
    }

    @Test
    void shouldEndABanByItself(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Instant soon = Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MILLIS);
        // when
        confab.api(alice)
                .put(path(BAN, room, bob.username()), Map.of("until", soon.toString()))
                .expect(200);
        // then
        confab.api(bob).post(path(JOIN, room), Map.of()).expectProblem(ErrorCode.BANNED);
        await().atMost(Patience.LIMIT)
                .until(() -> confab.api(bob).post(path(JOIN, room), Map.of()).status() == 200);
        confab.connect(bob).join(room).send("served my time");
    }

    @Test
    void shouldListTheBans(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Instant until = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        confab.api(alice)
                .put(path(BAN, room, bob.username()), Map.of("reason", "\"spam\"", "until", until.toString()))
                .expect(200);
        // when
        Answer answer = confab.api(alice).get(path("/api/rooms/{}/bans", room));
        // then
        JsonNode bans = answer.expect(200).json().path("bans");
        assertThat(bans).hasSize(1);
        assertThat(bans.path(0).path("user").asText()).isEqualTo(bob.username());
        assertThat(bans.path(0).path("by").asText()).isEqualTo(alice.username());
        assertThat(bans.path(0).path("reason").asText()).isEqualTo("\"spam\"");
        assertThat(Instant.parse(bans.path(0).path("until").asText())).isEqualTo(until);
    }
}

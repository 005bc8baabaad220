package dev.confab.systemtests.degradation;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.ChatClient.message;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.Patience;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SystemTest
@Order(Integer.MAX_VALUE)
class KafkaDownTest {

    @ParameterizedTest
    @EnumSource
    void shouldServeHistoryAndSignInAndRefuseSends(Outage outage, Confab confab) throws Exception {
        // given
        var talk = new Talk(confab);
        talk.expectAllInHistory();
        ChatClient strangers = confab.connect(talk.stranger, confab.gateway(3)).join(talk.room, Talk.PASSWORD);
        var overRest = Map.of("id", MessageId.next().toString(), "text", "over REST at last");
        String room = confab.room(talk.alice, "elsewhere");
        ChatClient elsewhere = confab.connect(talk.alice).join(room);
        ChatClient.Command unsent = message(talk.room, MessageId.next(), "sent at last");
        // when
        try (var _ = outage.of(confab.stack(), "kafka")) {
            // then: what is refused
            AtOnce.refused(talk.alices, unsent);
            AtOnce.refused(talk.alices, unsent);
            expectRefusedWithoutATry(elsewhere, room);
            AtOnce.refused(() -> post(confab, talk, overRest));
            // then: what works
            talk.expectAllInHistory();
            AtOnce.answered(() -> signIn(confab, talk)).expect(200);
            AtOnce.answered(() -> confab.api(talk.bob).get("/api/rooms")).expect(200);
            AtOnce.answered(() -> confab.api(talk.bob).get("/api/unread")).expect(200);
            AtOnce.answered(() -> confab.api(talk.alice)
                            .put(path("/api/rooms/{}/bans/{}", talk.room, talk.stranger.username()), Map.of()))
                    .expect(200);
        }
        // then: afterwards
        await().atMost(Patience.LIMIT).until(() -> talk.alices.ask(unsent).isOk());
        await().atMost(Patience.LIMIT).until(() -> post(confab, talk, overRest).status() == 201);
        expectOnce(talk, "sent at last");
        expectOnce(talk, "over REST at last");
        strangers.expect(frame("banned").in(talk.room));
        strangers.ask(joining(talk.room)).expectError(ErrorCode.BANNED);
        talk.say("as if nothing had happened");
        talk.expectAllInHistory();
    }

    /** Now that it is known to be away: all but the one a second that finds out whether it is back. */
    private static void expectRefusedWithoutATry(ChatClient client, String room) {
        var answers = Stream.generate(() -> client.submit(message(room, "in vain")))
                .limit(10)
                .toList();
        client.expect(pong(client));
        assertThat(answers).filteredOn(CompletableFuture::isDone).hasSizeGreaterThanOrEqualTo(9);
    }

    /** What was refused may have been kept all the same; sent again with its id it is there once. */
    private static void expectOnce(Talk talk, String text) {
        Frame heard = talk.bobs.expect(message(text));
        talk.bobs.expectNothing(message(text), pong(talk.bobs));
        talk.noteSaid(text, heard.position());
    }

    private static Answer post(Confab confab, Talk talk, Map<String, String> message) {
        return confab.api(talk.bob).post(path("/api/rooms/{}/messages", talk.room), message);
    }

    private static FrameMatcher pong(ChatClient client) {
        client.raw("{\"type\":\"ping\"}");
        return frame("pong");
    }

    private static Answer signIn(Confab confab, Talk talk) {
        return confab.stranger()
                .post("/api/auth/login", Map.of("username", talk.bob.username(), "password", talk.bob.password()));
    }
}

package dev.confab.systemtests.degradation;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SystemTest
@Order(Integer.MAX_VALUE)
class DatabaseDownTest {

    @ParameterizedTest
    @EnumSource
    void shouldKeepChatAliveAndRefuseWhatNeedsTheDatabase(Outage outage, Confab confab) throws Exception {
        // given
        var talk = new Talk(confab);
        ChatClient strangers = confab.connect(talk.stranger, confab.gateway(3));
        // when
        try (var _ = outage.of(confab.stack(), "database")) {
            // then: what works
            long live = talk.say("live without a database");
            talk.comeBackHavingMissed("live without a database", live - 1);
            talk.comeBackHavingMissedNearlyAll();
            confab.api(talk.bob).get("/api/auth/session").expect(200);
            // then: what is refused
            AtOnce.refused(talk::readHistory);
            AtOnce.refused(() -> confab.api(talk.bob).get("/api/unread"));
            AtOnce.refused(() -> confab.api(talk.stranger)
                    .post(path("/api/rooms/{}/join", talk.room), Map.of("password", Talk.PASSWORD)));
            AtOnce.refused(strangers, joining(talk.room).withPassword(Talk.PASSWORD));
            AtOnce.refused(() -> confab.api(talk.alice)
                    .put(path("/api/rooms/{}/bans/{}", talk.room, talk.bystander.username()), Map.of()));
            AtOnce.refused(() -> confab.api(talk.bob).get("/api/rooms"));
            AtOnce.refused(() -> signIn(confab, talk));
            AtOnce.refusedByTheHundred(talk::readHistory, () -> talk.say("live while many wait"));
            AtOnce.refusedByTheHundred(() -> signIn(confab, talk), () -> talk.say("live while many sign in"));
        }
        // then: afterwards
        talk.expectAllInHistory();
        await().atMost(Patience.LIMIT).until(() -> signIn(confab, talk).status() == 200);
        await().atMost(Patience.LIMIT)
                .until(() -> strangers
                        .ask(joining(talk.room).withPassword(Talk.PASSWORD))
                        .isOk());
        talk.say("as if nothing had happened");
    }

    private static Answer signIn(Confab confab, Talk talk) {
        return confab.stranger()
                .post("/api/auth/login", Map.of("username", talk.bob.username(), "password", talk.bob.password()));
    }
}

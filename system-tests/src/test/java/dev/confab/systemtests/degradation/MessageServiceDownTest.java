package dev.confab.systemtests.degradation;

import static dev.confab.systemtests.client.Api.path;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Patience;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SystemTest
@Order(Integer.MAX_VALUE)
class MessageServiceDownTest {
    private static final String OVER_REST = "over REST";

    @ParameterizedTest
    @EnumSource
    void shouldKeepChatAliveAndRefuseHistoryUntilItHasCaughtUp(Outage outage, Confab confab) throws Exception {
        // given
        var talk = new Talk(confab);
        var unsent = MessageId.next();
        // when
        try (var _ = outage.of(confab.stack(), "message-service")) {
            // then: what works
            long live = talk.say("live without message-service");
            talk.comeBackHavingMissed("live without message-service", live - 1);
            talk.comeBackHavingMissedNearlyAll();
            confab.connect(talk.stranger).join(talk.room, Talk.PASSWORD);
            // then: what is refused
            AtOnce.refused(talk::readHistory);
            AtOnce.refused(() -> confab.api(talk.bob).get("/api/direct"));
            AtOnce.refused(() -> postOverRest(confab, talk, unsent));
            AtOnce.refusedByTheHundred(talk::readHistory, () -> talk.say("live while many wait"));
        }
        // then: afterwards, also if what was frozen has carried out what it was given up for
        Answer kept = await().atMost(Patience.LIMIT)
                .until(() -> postOverRest(confab, talk, unsent), answer -> answer.status() == 201);
        talk.noteSaid(OVER_REST, kept.json().path("position").asLong());
        talk.expectAllInHistory();
    }

    private static Answer postOverRest(Confab confab, Talk talk, MessageId id) {
        return confab.api(talk.bob)
                .post(path("/api/rooms/{}/messages", talk.room), Map.of("id", id.toString(), "text", OVER_REST));
    }
}

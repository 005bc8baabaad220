package dev.confab.systemtests.degradation;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
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
        var sent = MessageId.next();
        Answer kept;
        // when
        try (var _ = outage.of(confab.stack(), "message-service")) {
            // then: what works
            long live = talk.say("live without message-service");
            talk.comeBackHavingMissed("live without message-service", live - 1);
            talk.comeBackHavingMissedNearlyAll();
            confab.connect(talk.stranger).join(talk.room, Talk.PASSWORD);
            kept = postOverRest(confab, talk, sent).expect(201);
            talk.noteSaid(OVER_REST, kept.json().path("position").asLong());
            // then: what is refused
            AtOnce.refused(talk::readHistory);
            AtOnce.refused(() -> confab.api(talk.bob).get("/api/direct"));
            AtOnce.refusedByTheHundred(talk::readHistory, () -> talk.say("live while many wait"));
        }
        // then: afterwards
        assertThat(postOverRest(confab, talk, sent).expect(201).json()).isEqualTo(kept.json());
        talk.expectAllInHistory();
    }

    private static Answer postOverRest(Confab confab, Talk talk, MessageId id) {
        return confab.api(talk.bob)
                .post(path("/api/rooms/{}/messages", talk.room), Map.of("id", id.toString(), "text", OVER_REST));
    }
}

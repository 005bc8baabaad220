package dev.confab.systemtests.degradation;

import static dev.confab.systemtests.client.Api.path;

import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SystemTest
@Order(Integer.MAX_VALUE)
class MessageServiceDownTest {

    @ParameterizedTest
    @EnumSource
    void shouldKeepChatAliveAndRefuseHistoryUntilItHasCaughtUp(Outage outage, Confab confab) throws Exception {
        // given
        var talk = new Talk(confab);
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
            AtOnce.refused(() -> confab.api(talk.bob)
                    .post(
                            path("/api/rooms/{}/messages", talk.room),
                            Map.of("id", MessageId.next().toString(), "text", "over REST")));
            AtOnce.refusedByTheHundred(talk::readHistory, () -> talk.say("live while many wait"));
        }
        // then: afterwards
        talk.expectAllInHistory();
    }
}

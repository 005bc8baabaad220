package dev.confab.systemtests.degradation;

import static org.awaitility.Awaitility.await;

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
class AuthServiceDownTest {

    @ParameterizedTest
    @EnumSource
    void shouldServeWhoIsSignedInAndRefuseSigningIn(Outage outage, Confab confab) throws Exception {
        // given
        var talk = new Talk(confab);
        // when
        try (var _ = outage.of(confab.stack(), "auth-service")) {
            // then: what works
            long live = talk.say("live without auth-service");
            talk.comeBackHavingMissed("live without auth-service", live - 1);
            talk.comeBackHavingMissedNearlyAll();
            talk.expectAllInHistory();
            confab.connect(talk.stranger, confab.gateway(3)).join(talk.room, Talk.PASSWORD);
            confab.room(talk.stranger, "made without auth-service");
            // then: what is refused
            AtOnce.refused(() -> signIn(confab, talk));
            AtOnce.refused(() -> talk.bob.browserApi(confab.gateway()).post("/api/auth/refresh"));
            AtOnce.refusedByTheHundred(() -> signIn(confab, talk), () -> talk.say("live while many sign in"));
        }
        // then: afterwards
        await().atMost(Patience.LIMIT).until(() -> signIn(confab, talk).status() == 200);
        talk.bob.browserApi(confab.gateway()).post("/api/auth/refresh").expect(200);
    }

    private static Answer signIn(Confab confab, Talk talk) {
        return confab.stranger()
                .post("/api/auth/login", Map.of("username", talk.bob.username(), "password", talk.bob.password()));
    }
}

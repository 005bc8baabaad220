package dev.confab.systemtests.degradation;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SystemTest
@Order(Integer.MAX_VALUE)
class RoomServiceDownTest {

    @ParameterizedTest
    @EnumSource
    void shouldGoOnInJoinedRoomsAndRefuseNewOnesAndModeration(Outage outage, Confab confab) throws Exception {
        // given
        var talk = new Talk(confab);
        ChatClient strangers = confab.connect(talk.stranger, confab.gateway(3));
        // when
        try (var _ = outage.of(confab.stack(), "room-service")) {
            // then: what works
            long live = talk.say("live without room-service");
            talk.comeBackHavingMissed("live without room-service", live - 1);
            talk.comeBackHavingMissedNearlyAll();
            talk.expectAllInHistory();
            talk.bobs.direct(talk.alice, "between us");
            // then: what is refused
            AtOnce.refused(strangers, joining(talk.room).withPassword(Talk.PASSWORD));
            AtOnce.refused(() -> confab.api(talk.bob).get("/api/rooms"));
            AtOnce.refused(() -> makeRoom(confab, talk));
            AtOnce.refused(() -> confab.api(talk.alice)
                    .put(path("/api/rooms/{}/bans/{}", talk.room, talk.bystander.username()), Map.of()));
            AtOnce.refusedByTheHundred(
                    () -> confab.api(talk.bob).get("/api/rooms"), () -> talk.say("live while many wait"));
        }
        // then: afterwards
        await().atMost(Patience.LIMIT)
                .until(() -> strangers
                        .ask(joining(talk.room).withPassword(Talk.PASSWORD))
                        .isOk());
        await().atMost(Patience.LIMIT).until(() -> makeRoom(confab, talk).status() == 201);
        talk.expectAllInHistory();
    }

    private static Answer makeRoom(Confab confab, Talk talk) {
        return confab.api(talk.alice).post("/api/rooms", Map.of("name", Users.fresh("made-later")));
    }
}

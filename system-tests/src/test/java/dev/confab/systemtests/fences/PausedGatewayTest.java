package dev.confab.systemtests.fences;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.CloseCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A gateway was frozen while somebody was banned, kicked and signed out. They were connected to it and wrote all the
 * while; what they wrote is the first thing that it finds when it goes on.
 */
@SystemTest
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedGatewayTest {
    /** Far longer than readers are trusted without asking. */
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private static final int MESSAGES = 40;

    private Session owner;
    private ChatClient witness;
    private ChatClient banned;
    private ChatClient kicked;
    private ChatClient signedOut;
    private ChatClient receiver;
    private String room;

    @BeforeAll
    void pauseWhileTheyArePutOut(Confab confab) {
        owner = confab.person("owner");
        room = confab.room(owner, "frozen");
        ChatClient speaker = confab.connect(owner).join(room);
        witness = confab.connect(confab.person("witness"), confab.gateway(2)).join(room);
        receiver = confab.connect(confab.person("receiver"), confab.gateway(2));
        banned = atThird(confab, "banned");
        kicked = atThird(confab, "kicked");
        signedOut = atThird(confab, "ended");
        confab.stack().pause("gateway-3");
        try {
            confab.api(owner)
                    .put(path("/api/rooms/{}/bans/{}", room, name(banned)), Map.of())
                    .expect(200);
            confab.api(owner)
                    .delete(path("/api/rooms/{}/members/{}", room, name(kicked)))
                    .expect(204);
            confab.api(signedOut.session()).post("/api/auth/logout").expect(204);
            speaker.send("they are gone").direct(signedOut.session(), "not for whoever holds the phone");
            flood(banned);
            flood(kicked);
            flood(signedOut);
            signedOut.submit(ChatClient.privately(receiver.session().username(), "flooded"));
            await().pollDelay(PAUSE).until(() -> true);
        } finally {
            confab.stack().resume("gateway-3");
        }
        long begun = System.nanoTime();
        assertThat(signedOut.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
        System.out.println("thawed → socket of the ended session closed: "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }

    private ChatClient atThird(Confab confab, String nickname) {
        return confab.connect(confab.person(nickname), confab.gateway(3)).join(room);
    }

    private void flood(ChatClient client) {
        for (int i = 0; i < MESSAGES; i++) {
            client.submit(ChatClient.message(room, "flooded"));
        }
    }

    @Test
    void shouldTellTheBannedAndTheKicked() {
        // then
        assertHeardNothingOfWhatFollowed(banned, frame("banned").in(room));
        assertHeardNothingOfWhatFollowed(kicked, frame("kicked").in(room));
    }

    /** They get what came before, in order, then the farewell, and nothing after it. */
    private static void assertHeardNothingOfWhatFollowed(ChatClient client, FrameMatcher farewell) {
        client.expect(farewell);
        client.expectNothing(message("they are gone"), pong(client));
    }

    @Test
    void shouldTellNothingToWhoWasSignedOut() {
        // then
        assertThatThrownBy(() -> signedOut.expect(direct()))
                .hasMessageContaining("closed with " + CloseCode.SESSION_ENDED.code());
        assertThatThrownBy(() -> signedOut.expect(message("they are gone")))
                .hasMessageContaining("closed with " + CloseCode.SESSION_ENDED.code());
    }

    @Test
    void shouldShowAndStoreNothingOfWhatTheyWrote(Confab confab) {
        // when
        ChatClient speaker = confab.connect(owner, confab.gateway(3)).join(room).send("marker");
        speaker.direct(receiver.session(), "marker");
        // then
        witness.expectNothing(message("flooded"), message("marker"));
        receiver.expectNothing(direct("flooded"), direct("marker"));
        assertThat(History.ofRoom(confab.api(owner), room).texts())
                .contains("they are gone", "marker")
                .doesNotContain("flooded");
        assertThat(History.withPerson(confab.api(receiver.session()), name(signedOut))
                        .texts())
                .isEmpty();
    }

    private static String name(ChatClient client) {
        return client.session().username();
    }

    private static FrameMatcher pong(ChatClient client) {
        client.raw("{\"type\":\"ping\"}");
        return frame("pong");
    }
}

package dev.confab.systemtests.fences;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.CloseCode;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A gateway did not hear that somebody was banned, somebody kicked and somebody signed out. They were connected to it and
 * wrote all the while; what they wrote is the first thing that it finds when it is in touch again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnawareGateway {
    private static final int MESSAGES = 40;

    private final int number;
    private final Duration lasting;
    private Session owner;
    private ChatClient witness;
    private ChatClient banned;
    private ChatClient kicked;
    private ChatClient signedOut;
    private ChatClient receiver;
    private String room;

    /**
     * @param number of the gateway
     * @param lasting longer than its readers are trusted without asking
     */
    UnawareGateway(int number, Duration lasting) {
        this.number = number;
        this.lasting = lasting;
    }

    abstract void loseTouch(TestStack stack);

    abstract void getInTouch(TestStack stack);

    @BeforeAll
    void putThemOutUnawares(Confab confab) {
        owner = confab.person("owner");
        room = confab.room(owner, "frozen");
        ChatClient speaker = confab.connect(owner).join(room);
        witness = confab.connect(confab.person("witness"), confab.gateway(1)).join(room);
        receiver = confab.connect(confab.person("receiver"), confab.gateway(1));
        banned = atUnaware(confab, "banned");
        kicked = atUnaware(confab, "kicked");
        signedOut = atUnaware(confab, "ended");
        loseTouch(confab.stack());
        try {
            confab.api(owner)
                    .put(path("/api/rooms/{}/bans/{}", room, name(banned)), Map.of())
                    .expect(200);
            confab.api(owner)
                    .delete(path("/api/rooms/{}/members/{}", room, name(kicked)))
                    .expect(204);
            confab.api(signedOut.session()).post("/api/auth/logout").expect(204);
            speaker.send("they are gone").direct(signedOut.session(), "not for whoever holds the phone");
            await().pollDelay(lasting).atMost(lasting.plus(Patience.LIMIT)).until(() -> true);
            flood();
        } finally {
            getInTouch(confab.stack());
        }
        long begun = System.nanoTime();
        flood();
        assertThat(signedOut.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
        System.out.println(Figures.of(
                "in touch again → socket of the ended session closed",
                List.of(Duration.ofNanos(System.nanoTime() - begun))));
    }

    private ChatClient atUnaware(Confab confab, String nickname) {
        return confab.connect(confab.person(nickname), confab.gateway(number)).join(room);
    }

    private void flood() {
        for (int i = 0; i < MESSAGES; i++) {
            banned.submit(ChatClient.message(room, "flooded"));
            kicked.submit(ChatClient.message(room, "flooded"));
            signedOut.submit(ChatClient.message(room, "flooded"));
            signedOut.submit(ChatClient.privately(receiver.session().username(), "flooded"));
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
        ChatClient speaker = confab.connect(owner, confab.gateway(number)).join(room);
        writeAgainUntilKept(speaker, ChatClient.message(room, "marker"));
        writeAgainUntilKept(speaker, ChatClient.privately(name(receiver), "marker"));
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

    /** As the page does: a gateway that has just come back refuses for up to a second more. */
    private static void writeAgainUntilKept(ChatClient client, ChatClient.Command command) {
        await().atMost(Patience.LIMIT).until(() -> client.ask(command).isOk());
    }

    private static String name(ChatClient client) {
        return client.session().username();
    }

    private static FrameMatcher pong(ChatClient client) {
        client.raw("{\"type\":\"ping\"}");
        return frame("pong");
    }
}

package dev.confab.systemtests.faults;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@SystemTest
@Order(Faults.LAST)
class StoppedGatewayTest {
    private static final int CLIENTS = 50;
    /** Of that many, at 500 a second. */
    private static final long SPREAD_MILLIS = 100;

    @AfterEach
    void startAgain(Confab confab) {
        confab.stack().start("gateway-1");
    }

    @Test
    void shouldSpreadTheComingBackOfItsClients(Confab confab) {
        // given
        Session alice = confab.person("alice");
        var clients =
                IntStream.range(0, CLIENTS).mapToObj(i -> confab.connect(alice)).toList();
        // when
        confab.stack().stop("gateway-1");
        // then
        var after = clients.stream()
                .map(client ->
                        client.expect(frame("moving")).json().path("after").longValue())
                .toList();
        assertThat(after).allSatisfy(millis -> assertThat(millis).isBetween(0L, SPREAD_MILLIS));
        assertThat(Set.copyOf(after)).hasSizeGreaterThan(CLIENTS / 4);
    }

    @Test
    void shouldSendItsClientsAwayBeforeItGoes(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room);
        ChatClient hasty = confab.connect(alice);
        var gone = CompletableFuture.runAsync(() -> {
            hasty.expect(frame("moving"));
            hasty.close();
        });
        int logged = confab.stack().logs("gateway-1").length();
        try (var events = confab.api(alice).events(path("/api/rooms/{}/events", room))) {
            // when
            confab.stack().stop("gateway-1");
            // then
            client.expect(frame("moving"));
            assertThat(client.awaitClose()).isEqualTo(CloseCode.RESTART.code());
            assertThat(events.hasEnded()).isTrue();
            gone.join();
        }
        assertThat(confab.stack().logs("gateway-1").substring(logged))
                .contains("stopped in")
                .doesNotContain(" WARN ", " ERROR ");
    }
}

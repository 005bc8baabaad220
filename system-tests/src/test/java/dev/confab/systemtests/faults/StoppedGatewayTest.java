package dev.confab.systemtests.faults;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@SystemTest
@Order(Faults.LAST)
class StoppedGatewayTest {

    @AfterEach
    void startAgain(Confab confab) {
        confab.stack().start("gateway-1");
    }

    @Test
    void shouldSendItsClientsAwayBeforeItGoes(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room);
        try (var events = confab.api(alice).events(path("/api/rooms/{}/events", room))) {
            // when
            confab.stack().stop("gateway-1");
            // then
            client.expect(frame("moving"));
            assertThat(client.awaitClose()).isEqualTo(CloseCode.RESTART.code());
            assertThat(events.hasEnded()).isTrue();
        }
        assertThat(confab.stack().logs("gateway-1")).contains("stopped in").doesNotContain("did not go in time");
    }
}

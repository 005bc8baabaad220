package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import dev.confab.systemtests.client.Api;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A new version of everything, one process after the other, while people chat. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class RollingRestartTest {
    private static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2", "gateway-3");
    private static final List<String> SERVICES =
            List.of("message-service-1", "message-service-2", "auth-service", "room-service");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void shouldLoseAndDoubleNothingAndLetClientsInAgainWithoutAskingAnybody(Confab confab) {
        try (var chaos = new Chaos(confab, 3, 12, 4).awaitEverybody()) {
            // given
            long joins = joinsAskedOf(confab.stack());
            int connections = connections(chaos);
            // when
            GATEWAYS.forEach(name -> restart(confab.stack(), name));
            // then
            int reconnects = connections(chaos) - connections;
            int moves = chaos.clients().stream().mapToInt(ChaosClient::moves).sum();
            System.out.printf("%d reconnects, %d told to move%n", reconnects, moves);
            assertThat(reconnects).isGreaterThanOrEqualTo(chaos.clients().size());
            assertThat(chaos.clients().stream().flatMap(client -> client.closeCodes().stream()))
                    .as("how connections ended: left by the client after it was told, or closed")
                    .isSubsetOf(0, CloseCode.RESTART.code());
            assertThat(joinsAskedOf(confab.stack()))
                    .as("joins that room-service was asked about")
                    .isEqualTo(joins);
            // when: a room-service that has been restarted counts from zero
            SERVICES.forEach(name -> restart(confab.stack(), name));
            // then
            assertThat(connections(chaos) - connections)
                    .as("connections, which no service but a gateway ends")
                    .isEqualTo(reconnects);
            assertThat(joinsAskedOf(confab.stack()))
                    .as("joins that room-service was asked about")
                    .isZero();
            chaos.check(List.of("rolling restart"));
        }
    }

    private static int connections(Chaos chaos) {
        return chaos.clients().stream().mapToInt(ChaosClient::connections).sum();
    }

    /** It is room-service that reads the database for a join; a ticket makes that needless. */
    private static long joinsAskedOf(TestStack stack) {
        return new Api(stack.managementUrl("room-service"))
                .get("/q/metrics")
                .expect(200)
                .bodyText()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count") && line.contains("join"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void restart(TestStack stack, String name) {
        stack.stop(name);
        stack.start(name);
    }
}

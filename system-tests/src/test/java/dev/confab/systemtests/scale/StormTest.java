package dev.confab.systemtests.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everybody comes back at once, as after a restart, with tickets and positions, and the databases hear nothing of it. */
@SystemTest
class StormTest {
    /** Who comes back; {@code -Dconfab.storm=5000} for a measurement. */
    private static final int EVERYBODY = Integer.getInteger("confab.storm", 150);

    private static final int MISSED = 50;

    @Test
    void shouldBringEverybodyBackWithoutAskingAnyDatabase(Confab confab) throws Exception {
        // given
        try (var many = new Multitude(confab, EVERYBODY)) {
            String room = confab.room(many.person(0), "storm");
            List<LeanClient> clients = many.connect(0, EVERYBODY);
            List<JsonNode> joined = Multitude.inParallel(
                    EVERYBODY,
                    i -> clients.get(i)
                            .join(room, Optional.empty(), Optional.empty())
                            .awaitIn());
            for (LeanClient client : clients) {
                client.close();
            }
            ChatClient writer = confab.connect(many.person(0)).join(room);
            for (int i = 0; i < MISSED; i++) {
                writer.send("missed " + i);
            }
            double asked = requestsToServices(confab);
            // when
            long begun = System.nanoTime();
            List<LeanClient> back = many.connect(0, EVERYBODY);
            IntStream.range(0, EVERYBODY).forEach(i -> resume(back.get(i), room, joined.get(i)));
            // then
            back.forEach(client -> await().atMost(Patience.LIMIT.multipliedBy(5))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> client.messages() >= MISSED));
            System.out.printf(
                    "%d were back with what they had missed after %d ms; requests to the services: %.0f%n",
                    EVERYBODY, (System.nanoTime() - begun) / 1_000_000, requestsToServices(confab) - asked);
            assertThat(back)
                    .allSatisfy(client -> assertThat(client.lastMessage()).contains("missed " + (MISSED - 1)));
            assertThat(back).allSatisfy(client -> assertThat(client.messages()).isEqualTo(MISSED));
            assertThat(requestsToServices(confab)).isEqualTo(asked);
        }
    }

    private static void resume(LeanClient client, String room, JsonNode joined) {
        try {
            client.join(
                    room,
                    Optional.of(joined.path("ticket").asText()),
                    Optional.of(joined.path("position").asLong()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Joins and gaps that the services behind the gateways were asked for: the only way from a join to a database. */
    private static double requestsToServices(Confab confab) {
        return List.of("room-service", "message-service", "auth-service").stream()
                .mapToDouble(service -> requests(confab, service))
                .sum();
    }

    private static double requests(Confab confab, String service) {
        return new Api(confab.stack().managementUrl(service))
                .get("/q/metrics")
                .expect(200)
                .bodyText()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count") && line.contains("/internal/"))
                // media-service asks now and then what is referred to
                .filter(line -> !line.contains("/internal/media/"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

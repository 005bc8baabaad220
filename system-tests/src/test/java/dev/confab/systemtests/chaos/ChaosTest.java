package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever breaks, and in whatever order: nothing acknowledged is lost, nothing is there twice, everybody gets the log's
 * sequence, and nobody anything void. Longer: {@code ./confab test --chaos 30m --seed N}.
 */
@ReplicatedTest
@Order(ReplicatedTest.CHAOS)
class ChaosTest {
    private static final Duration DURATION = Duration.parse(System.getProperty("confab.chaos.duration", "PT75S"));
    private static final long SEED =
            Long.getLong("confab.chaos.seed", ThreadLocalRandom.current().nextInt(1_000_000));

    private static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2", "gateway-3");
    private static final List<String> OTHERS = List.of(
            "message-service-1", "message-service-2", "room-service", "database", "kafka-1", "kafka-2", "kafka-3");

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void shouldKeepItsPromisesWhateverBreaks(Confab confab) throws InterruptedException {
        System.out.printf("chaos for %s with seed %d%n", DURATION, SEED);
        try (var chaos = new Chaos(confab, 3, 8, SEED).withVictims(2)) {
            chaos.awaitEverybody();
            var nemesis =
                    new Nemesis(confab.stack(), GATEWAYS, OTHERS, List.of("gateway-2", "message-service-1"), SEED);
            nemesis.rage(DURATION);
            chaos.check(nemesis.acts());
            assertThat(chaos.sent()).isPositive();
            assertThat(chaos.moderated()).isPositive();
        }
    }
}

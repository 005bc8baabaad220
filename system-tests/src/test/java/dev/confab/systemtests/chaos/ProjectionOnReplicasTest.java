package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** History is written exactly once, whichever replica of message-service writes it. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class ProjectionOnReplicasTest {
    /** Enough for both replicas to have some of them. */
    private static final int ROOMS = 8;

    /** The session timeout of the group is 6 s. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

    private static final String REPLICA = "message-service-1";

    @Test
    void shouldWriteOnceWhenAReplicaIsKilledAndAnotherTakesOver(Confab confab) {
        try (var chaos = new Chaos(confab, ROOMS, 6, 1).awaitEverybody()) {
            // given
            var marks = Marks.by(confab, confab.connect(confab.person("marker")), chaos.rooms());
            marks.awaitProjection();
            // when
            confab.stack().kill(REPLICA);
            // then
            Duration idle = marks.awaitProjection();
            System.out.println("another replica had taken over after " + idle);
            assertThat(idle).isLessThan(TAKEN_OVER);
            chaos.check(List.of("kill " + REPLICA));
        } finally {
            confab.stack().start(REPLICA);
        }
    }

    @Test
    void shouldNotWriteTwiceWhenAReplicaWakesUpThatHasLostItsPartitions(Confab confab) {
        try (var chaos = new Chaos(confab, ROOMS, 6, 2).awaitEverybody()) {
            // given
            var marks = Marks.by(confab, confab.connect(confab.person("marker")), chaos.rooms());
            marks.awaitProjection();
            confab.stack().pause(REPLICA);
            Duration idle = marks.awaitProjection();
            System.out.println("another replica had taken over from one that slept after " + idle);
            // when
            confab.stack().resume(REPLICA);
            // then
            marks.awaitProjection();
            chaos.check(List.of("pause " + REPLICA));
        }
    }
}

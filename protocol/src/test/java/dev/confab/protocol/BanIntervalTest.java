package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BanIntervalTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Username ANN = new Username("ann");

    @Test
    void shouldCoverWhatComesAfterItsBeginning() {
        BanInterval ban = new BanInterval(ANN, new Position(10), Optional.empty(), Optional.empty());

        assertThat(ban.covers(new Position(10), NOON)).isFalse();
        assertThat(ban.covers(new Position(11), NOON)).isTrue();
        assertThat(ban.covers(new Position(Long.MAX_VALUE), Instant.MAX)).isTrue();
    }

    @Test
    void shouldCoverNothingFromItsLiftingOn() {
        BanInterval ban =
                new BanInterval(ANN, new Position(10), Optional.empty(), Optional.empty()).liftedAt(new Position(20));

        assertThat(ban.covers(new Position(19), NOON)).isTrue();
        assertThat(ban.covers(new Position(20), NOON)).isFalse();
        assertThat(ban.covers(new Position(21), NOON)).isFalse();
    }

    @Test
    void shouldEndByTimeEvenIfNobodyLiftsIt() {
        BanInterval ban = new BanInterval(ANN, new Position(10), Optional.empty(), Optional.of(NOON));

        assertThat(ban.covers(new Position(11), NOON.minusNanos(1))).isTrue();
        assertThat(ban.covers(new Position(11), NOON)).isFalse();
    }

    @Test
    void shouldEndByLiftingBeforeItsTime() {
        BanInterval ban = new BanInterval(ANN, new Position(10), Optional.of(new Position(20)), Optional.of(NOON));

        assertThat(ban.covers(new Position(21), NOON.minusSeconds(60))).isFalse();
    }

    @Test
    void shouldLeaveOutWhatIsAbsent() {
        BanInterval ban = new BanInterval(ANN, new Position(10), Optional.empty(), Optional.empty());

        assertThat(Json.text(ban)).isEqualTo("{\"user\":\"ann\",\"from\":10}");
        assertThat(Json.read(Json.text(ban), BanInterval.class)).isEqualTo(ban);
    }
}

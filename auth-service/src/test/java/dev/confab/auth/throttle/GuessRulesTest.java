package dev.confab.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Tally NONE = new Tally(0, Instant.EPOCH);

    private final GuessRules rules = new GuessRules(5, Duration.ofMinutes(15), 100, 30, Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"0,0", "4,0", "5,1", "6,2", "7,4", "14,512", "15,900", "1000,900"})
    void shouldDoubleTheWaitWithEachMistakeUpToABound(int failures, int seconds) {
        // when
        Duration wait = rules.remaining(tally(failures), false, NONE, NONE, NOW);
        // then
        assertThat(wait).hasSeconds(seconds);
    }

    @Test
    void shouldLetTimePass() {
        // given
        Tally own = new Tally(7, NOW.minusSeconds(3));
        // when
        Duration wait = rules.remaining(own, false, NONE, NONE, NOW);
        // then
        assertThat(wait).hasSeconds(1);
    }

    @Test
    void shouldNotHaveToWaitForATimeThatIsOver() {
        // given
        Tally own = new Tally(7, NOW.minusSeconds(5));
        // when
        Duration wait = rules.remaining(own, false, NONE, NONE, NOW);
        // then
        assertThat(wait).isZero();
    }

    @Test
    void shouldSlowDownStrangersToAnAttackedAccountAMinuteAtMost() {
        // when
        Duration wait = rules.remaining(NONE, false, NONE, tally(10_000), NOW);
        // then
        assertThat(wait).hasMinutes(1);
    }

    @Test
    void shouldSlowDownAnAddressThatTriesManyAccounts() {
        // when
        Duration few = rules.remaining(NONE, false, tally(99), NONE, NOW);
        Duration many = rules.remaining(NONE, false, tally(100), NONE, NOW);
        // then
        assertThat(few).isZero();
        assertThat(many).hasSeconds(1);
    }

    @Test
    void shouldNotLetAnAttackKeepTheOwnerOutWhereHeSignedInBefore() {
        // when
        Duration wait = rules.remaining(NONE, true, tally(10_000), tally(10_000), NOW);
        // then
        assertThat(wait).isZero();
    }

    @Test
    void shouldCountTheOwnMistakesAtAKnownAddress() {
        // when
        Duration wait = rules.remaining(tally(6), true, NONE, NONE, NOW);
        // then
        assertThat(wait).hasSeconds(2);
    }

    private static Tally tally(int failures) {
        return new Tally(failures, NOW);
    }
}

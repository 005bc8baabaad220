package dev.confab.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final KeyRing.Schedule SCHEDULE =
            new KeyRing.Schedule(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(2));

    private static final TokenKey FIRST = TokenKey.generate(1, START);
    private static final TokenKey SECOND = TokenKey.generate(2, day(30));
    private final KeyRing both = new KeyRing(List.of(SECOND, FIRST));

    @Test
    void shouldWantTheFirstKeyAtOnce() {
        // when
        var due = new KeyRing(List.of()).due(START, SCHEDULE);
        // then
        assertThat(due).contains(START);
    }

    @Test
    void shouldWantTheNextKeyADayBeforeItSigns() {
        // given
        KeyRing ring = new KeyRing(List.of(FIRST));
        // when
        var early = ring.due(day(29).minusMillis(1), SCHEDULE);
        var inTime = ring.due(day(29), SCHEDULE);
        // then
        assertThat(early).isEmpty();
        assertThat(inTime).contains(day(30));
    }

    @Test
    void shouldPublishALateKeyForADayAllTheSame() {
        // given
        KeyRing ring = new KeyRing(List.of(FIRST));
        // when
        var due = ring.due(day(100), SCHEDULE);
        // then
        assertThat(due).contains(day(101));
    }

    @Test
    void shouldWantNoKeyWhileTheNextOneWaits() {
        // when
        var due = both.due(day(29), SCHEDULE);
        // then
        assertThat(due).isEmpty();
    }

    @Test
    void shouldSignWithTheNextKeyOnlyFromItsTimeOn() {
        // when
        var before = both.signing(day(30).minusMillis(1));
        var after = both.signing(day(30));
        // then
        assertThat(before).contains(FIRST);
        assertThat(after).contains(SECOND);
    }

    @Test
    void shouldSignWithTheVeryFirstKeyThoughAnotherClockIsAhead() {
        // when
        var signing = both.signing(START.minusSeconds(1));
        // then
        assertThat(signing).contains(FIRST);
    }

    @Test
    void shouldNeedAKeyUntilItsLastTokensAreOutOfDate() {
        // when
        int early = both.oldestNeeded(day(32).minusMillis(1), SCHEDULE);
        int late = both.oldestNeeded(day(32), SCHEDULE);
        // then
        assertThat(early).isEqualTo(1);
        assertThat(late).isEqualTo(2);
    }

    @Test
    void shouldNeedTheOnlyKeyHoweverOldItIs() {
        // when
        int oldest = new KeyRing(List.of(FIRST)).oldestNeeded(day(1_000), SCHEDULE);
        // then
        assertThat(oldest).isEqualTo(1);
    }

    @Test
    void shouldRefuseToRotateFasterThanItPublishes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRing.Schedule(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1)));
    }

    @Test
    void shouldReadAKeyAsItWasKept() {
        // when
        TokenKey read = TokenKey.parse(1, FIRST.toJson(), START);
        // then
        assertThat(read.id()).isEqualTo(FIRST.id());
        assertThat(read.privateKey()).isEqualTo(FIRST.privateKey());
        assertThat(FIRST.toJson()).hasSizeLessThan(4000);
    }

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }
}

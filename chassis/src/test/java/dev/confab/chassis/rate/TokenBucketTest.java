package dev.confab.chassis.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void shouldAllowTheBurstAndThenTheRate() {
        // given
        TokenBucket bucket = new TokenBucket(Rate.perSecond(2, 3), 0);
        // when
        take(bucket, 3, 0);
        // then
        assertThat(bucket.take(0)).contains(Duration.ofMillis(500));
        assertThat(bucket.take(SECOND / 2)).isEmpty();
        assertThat(bucket.take(SECOND / 2)).isPresent();
    }

    @Test
    void shouldNeverSaveUpMoreThanTheBurst() {
        // given
        TokenBucket bucket = new TokenBucket(Rate.perSecond(100, 2), 0);
        // when
        take(bucket, 2, 60 * SECOND);
        // then
        assertThat(bucket.take(60 * SECOND)).isPresent();
    }

    @Test
    void shouldTakeNothingFromWhoIsRefused() {
        // given
        TokenBucket bucket = new TokenBucket(Rate.perSecond(1, 1), 0);
        take(bucket, 1, 0);
        // when
        for (int i = 0; i < 100; i++) {
            assertThat(bucket.take(0)).isPresent();
        }
        // then
        assertThat(bucket.take(SECOND)).isEmpty();
    }

    @Test
    void shouldGiveBackOneTokenAndNeverMoreThanItHolds() {
        // given
        TokenBucket bucket = new TokenBucket(Rate.perSecond(1, 2), 0);
        bucket.giveBack(0);
        take(bucket, 2, 0);
        assertThat(bucket.take(0)).isPresent();
        // when
        bucket.giveBack(0);
        // then
        assertThat(bucket.take(0)).isEmpty();
        assertThat(bucket.take(0)).isPresent();
    }

    @Test
    void shouldNotMindAClockThatWrapsAround() {
        // given
        TokenBucket bucket = new TokenBucket(Rate.perSecond(1, 2), Long.MAX_VALUE);
        // when
        take(bucket, 2, Long.MAX_VALUE);
        // then
        assertThat(bucket.take(Long.MAX_VALUE + SECOND / 2)).contains(Duration.ofMillis(500));
        assertThat(bucket.take(Long.MAX_VALUE + SECOND)).isEmpty();
    }

    private static void take(TokenBucket bucket, int times, long now) {
        for (int i = 0; i < times; i++) {
            assertThat(bucket.take(now)).as("token %d", i).isEmpty();
        }
    }
}

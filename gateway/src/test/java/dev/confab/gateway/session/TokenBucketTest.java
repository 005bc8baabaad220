package dev.confab.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void shouldAllowTheBurstAndThenTheRate() {
        TokenBucket bucket = new TokenBucket(2, 3, 0);

        assertThat(bucket.take(0)).isEmpty();
        assertThat(bucket.take(0)).isEmpty();
        assertThat(bucket.take(0)).isEmpty();
        assertThat(bucket.take(0))
                .hasValueSatisfying(wait -> assertThat(wait).isCloseTo(Duration.ofMillis(500), Duration.ofMillis(1)));
        assertThat(bucket.take(SECOND / 2)).isEmpty();
        assertThat(bucket.take(SECOND / 2)).isPresent();
    }

    @Test
    void shouldNeverSaveUpMoreThanTheBurst() {
        TokenBucket bucket = new TokenBucket(100, 2, 0);

        assertThat(bucket.take(60 * SECOND)).isEmpty();
        assertThat(bucket.take(60 * SECOND)).isEmpty();
        assertThat(bucket.take(60 * SECOND)).isPresent();
    }
}

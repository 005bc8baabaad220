package dev.confab.chassis.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private static final int PLACES = 100;

    private final AtomicLong now = new AtomicLong();
    private final TokenBuckets<String> buckets =
            new TokenBuckets<>(new Rate(3, Duration.ofSeconds(10)), PLACES, now::get);

    @Test
    void shouldKeepKeysApart() {
        // given
        take("ann", 3);
        // then
        assertThat(buckets.take("ann")).contains(Duration.ofSeconds(10));
        assertThat(buckets.take("bob")).isEmpty();
    }

    @Test
    void shouldSayWhenToComeBack() {
        // given
        take("ann", 3);
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> buckets.require("ann"));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(6));
    }

    @Test
    void shouldGiveBackToThatKeyAlone() {
        // given
        take("ann", 3);
        take("bob", 3);
        // when
        buckets.giveBack("ann");
        buckets.giveBack("nobody");
        // then
        assertThat(buckets.take("ann")).isEmpty();
        assertThat(buckets.take("bob")).isPresent();
    }

    @Test
    void shouldNeverHoldMoreKeysThanThereArePlacesFor() {
        for (int key = 0; key < 10 * PLACES; key++) {
            // when
            buckets.take("key " + key);
            // then
            assertThat(buckets.size()).isLessThanOrEqualTo(PLACES);
        }
    }

    @Test
    void shouldNotForgetWhoOwesMuchForMakingManyOthers() {
        // given
        take("guesser", 3);
        // when
        for (int key = 0; key < 10 * PLACES; key++) {
            buckets.take("key " + key);
        }
        // then
        assertThat(buckets.take("guesser")).contains(Duration.ofSeconds(10));
    }

    @Test
    void shouldForgetFirstWhoOwesNothing() {
        // given
        for (int key = 1; key < PLACES; key++) {
            take("old " + key, 3);
        }
        now.addAndGet(Duration.ofSeconds(30).toNanos());
        take("ann", 1);
        // when
        take("bob", 1);
        // then
        assertThat(buckets.size()).isEqualTo(2);
    }

    @Test
    void shouldHaveAPlaceForEverybodyNewEvenIfAllOweEverything() {
        // given
        for (int key = 0; key < PLACES; key++) {
            take("key " + key, 3);
        }
        // then
        assertThat(buckets.take("new")).isEmpty();
    }

    private void take(String key, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(buckets.take(key)).as("token %d of %s", i, key).isEmpty();
        }
    }
}

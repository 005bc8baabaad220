package dev.confab.message.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SendRateTest {
    private static final Username ADA = new Username("Ada");

    private final AtomicLong nanoTime = new AtomicLong();
    private final SendRate rate = new SendRate(2, 3, 100, nanoTime::get);

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            rate.take(ADA);
        }
    }

    @Test
    void shouldRefuseWhatIsMoreThanABurst() {
        // given
        take(3);
        // when
        ConfabException refusal = catchThrowableOfType(ConfabException.class, () -> rate.take(new Username("ada")));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.retryAfter()).contains(Duration.ofMillis(500));
    }

    @Test
    void shouldNotPunishOneForAnother() {
        take(3);
        assertThatCode(() -> rate.take(new Username("bob"))).doesNotThrowAnyException();
    }

    @Test
    void shouldLetGoOnAsTimePasses() {
        // given
        take(3);
        // when
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        // then
        assertThatCode(() -> take(2)).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(ConfabException.class, () -> take(1))).isNotNull();
    }
}

package dev.confab.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.chassis.client.ClientAddress;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitRegistrationsTest {
    private static final ClientAddress HERE = new ClientAddress(InetAddress.ofLiteral("192.0.2.1"));
    private static final ClientAddress THERE = new ClientAddress(InetAddress.ofLiteral("192.0.2.2"));

    private final AtomicLong now = new AtomicLong();
    private final LimitRegistrations limit = new LimitRegistrations(2, 100, now::get);

    @Test
    void shouldRefuseMoreThanAllowedAndSayUntilWhen() {
        // given
        limit.admit(HERE);
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        limit.admit(HERE);
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> limit.admit(HERE));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(10));
    }

    @Test
    void shouldAdmitAsManyAgainAfterAMinute() {
        // given
        limit.admit(HERE);
        limit.admit(HERE);
        // when
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        // then
        assertThatCode(() -> limit.admit(HERE)).doesNotThrowAnyException();
        assertThatCode(() -> limit.admit(HERE)).doesNotThrowAnyException();
    }

    @Test
    void shouldCountEachAddressForItself() {
        // given
        limit.admit(HERE);
        limit.admit(HERE);
        // then
        assertThatCode(() -> limit.admit(THERE)).doesNotThrowAnyException();
    }
}

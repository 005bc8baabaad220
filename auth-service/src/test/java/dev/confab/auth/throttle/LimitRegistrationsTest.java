package dev.confab.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.auth.client.ClientAddress;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LimitRegistrationsTest {
    private static final ClientAddress HERE = new ClientAddress(InetAddress.ofLiteral("192.0.2.1"));
    private static final ClientAddress THERE = new ClientAddress(InetAddress.ofLiteral("192.0.2.2"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final LimitRegistrations limit = new LimitRegistrations(2, clock);

    @Test
    void shouldRefuseMoreThanAllowedAndSayUntilWhen() {
        // given
        limit.admit(HERE);
        now.set(Instant.EPOCH.plusSeconds(20));
        limit.admit(HERE);
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> limit.admit(HERE));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(40));
    }

    @Test
    void shouldAdmitAgainAfterAMinute() {
        // given
        limit.admit(HERE);
        limit.admit(HERE);
        // when
        now.set(Instant.EPOCH.plusSeconds(60));
        // then
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

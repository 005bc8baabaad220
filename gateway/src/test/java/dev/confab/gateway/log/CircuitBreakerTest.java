package dev.confab.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final AtomicLong now = new AtomicLong();
    private final CircuitBreaker breaker = new CircuitBreaker(now::get);

    @Test
    void shouldRefuseAfterAFailureAndProbeOnceASecond() {
        assertThat(breaker.allows()).isTrue();

        breaker.onFailure();

        assertThat(breaker.allows()).isFalse();
        now.addAndGet(1_000_000_000);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void shouldAllowEverythingAgainAfterASuccess() {
        breaker.onFailure();

        breaker.onSuccess();

        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }
}

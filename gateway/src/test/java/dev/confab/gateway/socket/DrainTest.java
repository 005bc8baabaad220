package dev.confab.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTest {
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Test
    void shouldSendFewAwayAtOnce() {
        assertThat(Drain.spread(2, 500, AT_MOST)).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void shouldSendManyAwayAsFastAsOthersTakeThem() {
        assertThat(Drain.spread(5_000, 500, AT_MOST)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldNotTakeForEver() {
        assertThat(Drain.spread(50_000, 500, AT_MOST)).isEqualTo(AT_MOST);
    }
}

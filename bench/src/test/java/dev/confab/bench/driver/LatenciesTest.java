package dev.confab.bench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void shouldTellPercentilesInMilliseconds() {
        var histogram = Latencies.empty();
        for (int i = 1; i <= 1_000; i++) {
            Latencies.record(histogram, i * 1_000_000L);
        }

        assertThat(Latencies.millis(histogram, 50)).isCloseTo(500, within(5.0));
        assertThat(Latencies.millis(histogram, 99)).isCloseTo(990, within(10.0));
    }

    @Test
    void shouldTravelBetweenProcesses() {
        var histogram = Latencies.empty();
        Latencies.record(histogram, 5_000_000);

        assertThat(Latencies.decode(Latencies.encode(histogram))).isEqualTo(histogram);
    }

    @Test
    void shouldCountWhatLiesOutOfRange() {
        var histogram = Latencies.empty();
        Latencies.record(histogram, -5);
        Latencies.record(histogram, Long.MAX_VALUE);

        assertThat(histogram.getTotalCount()).isEqualTo(2);
        assertThat(Latencies.millis(histogram, 100)).isCloseTo(60_000, within(600.0));
    }
}

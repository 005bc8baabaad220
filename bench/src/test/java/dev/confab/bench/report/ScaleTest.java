package dev.confab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void shouldRoundALinearAxisUp() {
        var scale = Scale.Linear.over(DoubleStream.of(3, 173));

        assertThat(scale.end()).isEqualTo(200);
        assertThat(scale.ticks()).containsExactly(0.0, 40.0, 80.0, 120.0, 160.0, 200.0);
        assertThat(scale.at(50)).isEqualTo(0.25);
    }

    @Test
    void shouldSpanPowersOfTen() {
        var scale = Scale.Logarithmic.over(DoubleStream.of(7, 450));

        assertThat(scale.ticks()).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(scale.at(10)).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void shouldSpreadTheRarePercentiles() {
        var scale = new Scale.Percentiles(4);

        assertThat(scale.at(90)).isCloseTo(0.25, within(1e-9));
        assertThat(scale.at(99.99)).isCloseTo(1, within(1e-9));
        assertThat(scale.ticks()).containsExactly(0.0, 50.0, 90.0, 99.0, 99.9, 99.99);
    }
}

package dev.confab.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.confab.bench.measure.Meter.Moment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void shouldTellWhatWasUsedBetweenTwoMoments() {
        var then = new Moment(0, Map.of("gateway", 1.0, "kafka", 5.0), 2, 100, 1_000);
        var now = new Moment(10_000_000_000L, Map.of("gateway", 3.0, "kafka", 5.5), 3, 108, 21_000);

        var usage = Meter.between(then, now);

        assertThat(usage.seconds()).isEqualTo(10);
        assertThat(usage.of("gateway")).isEqualTo(2);
        assertThat(usage.total()).isEqualTo(2.5);
        assertThat(usage.allocated()).isEqualTo(20_000);
        assertThat(usage.microsEach(1_000_000)).isCloseTo(2.5, within(1e-9));
        assertThat(usage.others())
                .as("8 s of the machine, 2.5 of them the stack's, 1 the driver's")
                .isEqualTo(4.5);
    }

    @Test
    void shouldCountTheTimeThatProcessorsWereBusy() {
        // user nice system idle iowait irq softirq steal guest guest_nice
        assertThat(Meter.busySeconds("cpu  100 20 300 9999 555 10 20 50 7 7")).isEqualTo(5.0);
    }
}

package dev.confab.bench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void shouldKeepTheRateInTheLongRun() {
        var schedule = new Schedule(200, 7);

        for (int i = 1; i < 20_000; i++) {
            schedule.step();
        }

        assertThat(schedule.due() / 1e9).isCloseTo(100, within(3.0));
    }

    @Test
    void shouldBeAsIrregularAsIndependentPeople() {
        var schedule = new Schedule(1_000, 7);
        int crowded = 0;
        for (int i = 0; i < 10_000; i++) {
            long before = schedule.due();
            schedule.step();
            crowded += schedule.due() - before < 500_000 ? 1 : 0;
        }

        // of a Poisson process' gaps 1 - e^-½ are shorter than half the mean
        assertThat(crowded / 10_000.0).isCloseTo(0.393, within(0.02));
    }

    @Test
    void shouldNeverBeDueAtRateZero() {
        assertThat(new Schedule(0, 7).due()).isEqualTo(Long.MAX_VALUE);
    }
}

package dev.confab.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {
    @Test
    void shouldAddUserAndSystemTime() {
        var line = "4242 (java) S 1 4242 4242 0 -1 4194304 81234 0 12 0 250 75 3 4 20 0 31 0 12345 2893864960 45678";

        assertThat(ProcessStat.cpuSeconds(line)).isEqualTo(3.25);
    }

    @Test
    void shouldNotStumbleOverTheNameOfAProcess() {
        var line = "4242 (a) b (c 1 2) S 1 4242 4242 0 -1 4194304 81234 0 12 0 250 75 3 4 20 0 31 0 12345 28938 45678";

        assertThat(ProcessStat.cpuSeconds(line)).isEqualTo(3.25);
    }

    @Test
    void shouldTellTheMemoryOfThisVeryProcess() {
        assertThat(ProcessStat.residentBytes(ProcessHandle.current().pid())).isGreaterThan(10_000_000);
    }
}

package dev.confab.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Metrics METRICS = new Metrics("""
            # HELP jvm_memory_used_bytes The amount of used memory
            jvm_memory_used_bytes{area="heap",id="Eden Space",} 1000.0
            jvm_memory_used_bytes{area="heap",id="Tenured Gen",} 5.0E7
            jvm_gc_memory_allocated_bytes_total 2.5E9
            jvm_gc_memory_allocated_bytes_total_other 7
            """);

    @Test
    void shouldAddWhatWasAllocatedSinceTheLastCollection() {
        assertThat(METRICS.allocatedBytes()).isEqualTo(2.5e9 + 1000);
    }

    @Test
    void shouldAddUpAllSeriesOfAName() {
        assertThat(METRICS.sum("jvm_memory_used_bytes", "")).isEqualTo(5.0001e7);
    }
}

package dev.confab.message.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What the projection tells of itself. */
@ApplicationScoped
class ProjectionMetrics {
    private final AtomicLong lag = new AtomicLong();
    private final Counter rows;
    private final Counter voided;
    private final Counter poison;
    private final Counter newer;
    private final Counter lost;
    private final Timer batch;

    ProjectionMetrics(MeterRegistry registry) {
        registry.gauge("confab.projection.lag", lag);
        rows = registry.counter("confab.projection.rows");
        voided = registry.counter("confab.projection.void");
        poison = registry.counter("confab.projection.poison");
        newer = registry.counter("confab.projection.newer");
        lost = registry.counter("confab.projection.lost");
        batch = registry.timer("confab.projection.batch");
    }

    /** How many records the furthest partition of this replica is behind. */
    void lag(long records) {
        lag.set(records);
    }

    void projected(Changes changes) {
        rows.increment(changes.content().added().size());
        voided.increment(changes.voided());
    }

    void poison() {
        poison.increment();
    }

    /** Once for each attempt to get past an event of a newer version. */
    void newer() {
        newer.increment();
    }

    /** Records that the log no longer had. */
    void lost(long records) {
        lost.increment((double) records);
    }

    Timer batch() {
        return batch;
    }
}

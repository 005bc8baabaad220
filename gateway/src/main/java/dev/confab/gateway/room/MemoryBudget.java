package dev.confab.gateway.room;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the rings of all streams hold together, and whether that is too many. Thread-safe. */
@ApplicationScoped
class MemoryBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    @Inject
    MemoryBudget(RoomConfig config, MeterRegistry metrics) {
        this(config.totalBytes());
        metrics.gauge("confab.ring.bytes", used);
    }

    MemoryBudget(long limit) {
        this.limit = limit;
    }

    void add(int bytes) {
        used.addAndGet(bytes);
    }

    boolean isSpent() {
        return used.get() > limit;
    }

    long used() {
        return used.get();
    }
}

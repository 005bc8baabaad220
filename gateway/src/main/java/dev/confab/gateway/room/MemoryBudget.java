package dev.confab.gateway.room;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the rings of all rooms hold together, and whether that is too many. Thread-safe. */
final class MemoryBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

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

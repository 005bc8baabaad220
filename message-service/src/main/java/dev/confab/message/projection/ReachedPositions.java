package dev.confab.message.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far the partitions of this replica are projected, and what of that is told already. */
@ApplicationScoped
class ReachedPositions {
    private final Map<Integer, Reached> partitions = new ConcurrentHashMap<>();

    private record Reached(long next, Optional<Long> told) {}

    /** Everything before that position is kept. */
    void reached(int partition, long next) {
        partitions.merge(
                partition, new Reached(next, Optional.empty()), (before, now) -> new Reached(next, before.told()));
    }

    /** Another replica has the partition now, and tells how far it is. */
    void released(int partition) {
        partitions.remove(partition);
    }

    /** Where partitions stand of which that is not told; those that have nothing stand nowhere. */
    Map<Integer, Long> untold() {
        Map<Integer, Long> untold = new HashMap<>();
        partitions.forEach((partition, reached) -> {
            if (reached.next() > 0
                    && reached.told().filter(told -> told == reached.next()).isEmpty()) {
                untold.put(partition, reached.next());
            }
        });
        return untold;
    }

    void told(int partition, long next) {
        partitions.computeIfPresent(partition, (p, reached) -> new Reached(reached.next(), Optional.of(next)));
    }
}

package dev.confab.message.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The stored positions as the projector's thread needs them: it waits for the database. */
@ApplicationScoped
class StoredPositions {
    private static final Logger LOG = Logger.getLogger(StoredPositions.class);

    private final ProjectionStore store;
    private final AwaitProjection await;
    private final ProjectionMetrics metrics;

    StoredPositions(ProjectionStore store, AwaitProjection await, ProjectionMetrics metrics) {
        this.store = store;
        this.await = await;
        this.metrics = metrics;
    }

    Map<Integer, Long> of(int epoch, Collection<Integer> partitions) {
        Map<Integer, Long> stored = store.positions(epoch, partitions).await().indefinitely();
        stored.forEach(await::onProjected);
        return stored;
    }

    /** Moves the partition on over positions that can't be projected, and says so. */
    void skip(int epoch, int partition, long from, long to, String why) {
        store.project(new Run(epoch, partition, from, to, List.of())).await().indefinitely();
        LOG.errorf("partition=%d: positions %d to %d are not projected: %s", partition, from, to - 1, why);
        metrics.lost(to - from);
        await.onProjected(partition, to);
    }
}

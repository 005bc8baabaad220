package dev.confab.message.media;

import dev.confab.message.log.LogEnds;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.ConfabException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** For what may stand in any stream: waits until all that is in the log by now is projected. */
@ApplicationScoped
class WholeProjection {
    private final LogEnds logEnds;
    private final AwaitProjection projection;

    WholeProjection(LogEnds logEnds, AwaitProjection projection) {
        this.logEnds = logEnds;
        this.projection = projection;
    }

    /** Fails with {@code unavailable} if that takes too long, or while Kafka does not say how far the log reaches. */
    Uni<Void> current() {
        return Multi.createFrom()
                .range(0, logEnds.partitions())
                .onItem()
                .transformToUniAndMerge(this::current)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> current(int partition) {
        return logEnds.end(partition)
                .chain(end -> projection.until(
                        partition, end.orElseThrow(() -> ConfabException.unavailable("The end of the log"))));
    }
}

package dev.confab.message.history;

import dev.confab.message.log.LogEnds;
import dev.confab.message.projection.AwaitProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens streams once all is projected that was in the log when they were asked for. While Kafka is away nobody can tell, and
 * what is projected is served.
 */
@ApplicationScoped
class OpenUpToNow {
    private final LogEnds logEnds;
    private final AwaitProjection projection;

    OpenUpToNow(LogEnds logEnds, AwaitProjection projection) {
        this.logEnds = logEnds;
        this.projection = projection;
    }

    Uni<OpenStream> open(Visit visit) {
        int partition = logEnds.partition(visit.key());
        return logEnds.end(partition)
                .chain(end -> projection.until(partition, end))
                .chain(visit::access);
    }
}

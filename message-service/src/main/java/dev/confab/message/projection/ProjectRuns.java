package dev.confab.message.projection;

import dev.confab.message.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Projects runs together, or one after the other, around what the database refuses to hold. */
@ApplicationScoped
class ProjectRuns {
    private static final Logger LOG = Logger.getLogger(ProjectRuns.class);

    private final ProjectionStore store;
    private final AwaitProjection await;
    private final ProjectionMetrics metrics;

    ProjectRuns(ProjectionStore store, AwaitProjection await, ProjectionMetrics metrics) {
        this.store = store;
        this.await = await;
        this.metrics = metrics;
    }

    /** Fails if not all of them can be projected as they are; nothing is then. */
    Uni<Void> projectTogether(List<Run> runs) {
        return store.project(runs)
                .invoke(changes -> {
                    metrics.projected(changes);
                    runs.forEach(run -> await.onProjected(run.partition(), run.to()));
                })
                .replaceWithVoid();
    }

    /** Fails at the first run that can't be projected now; those before it are kept. */
    Uni<Void> project(List<Run> runs) {
        return Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToUniAndConcatenate(this::project)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> project(Run run) {
        if (run.isWall()) {
            metrics.newer();
            return Uni.createFrom().failure(new NewerEvent(run.from()));
        }
        return store.project(run)
                .invoke(changes -> onProjected(run, changes))
                .replaceWithVoid()
                .onFailure(Database::refusesData)
                .recoverWithUni(failure -> isolate(run, failure));
    }

    private void onProjected(Run run, Changes changes) {
        metrics.projected(changes);
        await.onProjected(run.partition(), run.to());
    }

    /** One bad event must not hold up the others. */
    private Uni<Void> isolate(Run run, Throwable failure) {
        if (run.events().size() > 1) {
            return project(run.halves());
        }
        if (run.events().isEmpty()) {
            return Uni.createFrom().failure(failure);
        }
        LOG.errorf(
                "stepping over an event that the database refuses: partition=%d position=%s: %s",
                run.partition(), run.events().getFirst().position(), failure.getMessage());
        metrics.poison();
        return project(run.withoutEvents());
    }
}

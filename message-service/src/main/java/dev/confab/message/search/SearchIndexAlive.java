package dev.confab.message.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service that nobody keeps an index in has to be started again. */
@Liveness
@ApplicationScoped
class SearchIndexAlive implements HealthCheck {
    private final KeepIndex keepIndex;

    SearchIndexAlive(KeepIndex keepIndex) {
        this.keepIndex = keepIndex;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index")
                .status(keepIndex.isAlive())
                .build();
    }
}

package dev.confab.message.projection;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose projector is gone has to be started again. */
@Liveness
@ApplicationScoped
class ProjectorAlive implements HealthCheck {
    private final Projector projector;

    ProjectorAlive(Projector projector) {
        this.projector = projector;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("projector")
                .status(projector.isAlive())
                .build();
    }
}

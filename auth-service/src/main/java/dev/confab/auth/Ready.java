package dev.confab.auth;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.chassis.topics.CreateTopics;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the topics are there and the sessions are known that ended before; it stays so, degraded or not. */
@Readiness
@ApplicationScoped
class Ready implements HealthCheck {
    private final CreateTopics topics;
    private final EndedSessions endedSessions;

    Ready(CreateTopics topics, EndedSessions endedSessions) {
        this.topics = topics;
        this.endedSessions = endedSessions;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("auth-service")
                .withData("topics", topics.epoch().isDone())
                .withData("ended sessions", endedSessions.isCaughtUp())
                .status(topics.epoch().isDone() && endedSessions.isCaughtUp())
                .build();
    }
}

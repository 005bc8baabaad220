package dev.confab.media;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.chassis.topics.CreateTopics;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once it is known which sessions ended before; it stays so, degraded or not. */
@Readiness
@ApplicationScoped
class MediaServiceReady implements HealthCheck {
    private final CreateTopics topics;
    private final EndedSessions endedSessions;

    MediaServiceReady(CreateTopics topics, EndedSessions endedSessions) {
        this.topics = topics;
        this.endedSessions = endedSessions;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("media-service")
                .withData("topics", topics.epoch().isDone())
                .withData("ended sessions", endedSessions.isCaughtUp())
                .status(topics.epoch().isDone() && endedSessions.isCaughtUp())
                .build();
    }
}

package dev.confab.room;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.chassis.topics.CreateTopics;
import dev.confab.room.account.Accounts;
import dev.confab.room.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once, for good: the topics are there and what was told before the start has been read. */
@Readiness
@ApplicationScoped
class TopicsReadiness implements HealthCheck {
    private final CreateTopics topics;
    private final EndedSessions endedSessions;
    private final Presence presence;
    private final Accounts accounts;

    TopicsReadiness(CreateTopics topics, EndedSessions endedSessions, Presence presence, Accounts accounts) {
        this.topics = topics;
        this.endedSessions = endedSessions;
        this.presence = presence;
        this.accounts = accounts;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready =
                topics.epoch().isDone() && endedSessions.isCaughtUp() && presence.isCaughtUp() && accounts.isCaughtUp();
        return HealthCheckResponse.named("topics").status(ready).build();
    }
}

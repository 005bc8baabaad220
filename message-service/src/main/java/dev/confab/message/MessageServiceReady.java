package dev.confab.message;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.message.access.Accounts;
import dev.confab.message.log.Epochs;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics are there and those that are read whole have been read. A database or a Kafka that goes away
 * later does not make the service unready: it says itself, with every answer, what it can't do.
 */
@Readiness
@ApplicationScoped
class MessageServiceReady implements HealthCheck {
    private final Epochs epochs;
    private final Accounts accounts;
    private final EndedSessions endedSessions;

    MessageServiceReady(Epochs epochs, Accounts accounts, EndedSessions endedSessions) {
        this.epochs = epochs;
        this.accounts = accounts;
        this.endedSessions = endedSessions;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("message-service")
                .withData("topics", epochs.isCertain())
                .withData("accounts", accounts.isCaughtUp())
                .withData("sessions", endedSessions.isCaughtUp())
                .status(epochs.isCertain() && accounts.isCaughtUp() && endedSessions.isCaughtUp())
                .build();
    }
}

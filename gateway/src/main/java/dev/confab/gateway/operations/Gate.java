package dev.confab.gateway.operations;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.chassis.identity.PublishedKeys;
import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.broadcast.LogFollower;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.presence.PresenceFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Open for connections once everything is known that this gateway judges by, and until it is drained. Once open, it stays
 * open whatever else is down: those who are connected go on, and those who come back need nobody.
 */
@Default
@Readiness
@ApplicationScoped
public class Gate implements HealthCheck {
    private final LogFollower log;
    private final PresenceFollower presence;
    private final Accounts accounts;
    private final EndedSessions endedSessions;
    private final PublishedKeys keys;
    private final LogEpoch epoch;
    private volatile boolean closed;

    Gate(
            LogFollower log,
            PresenceFollower presence,
            Accounts accounts,
            EndedSessions endedSessions,
            PublishedKeys keys,
            LogEpoch epoch) {
        this.log = log;
        this.presence = presence;
        this.accounts = accounts;
        this.endedSessions = endedSessions;
        this.keys = keys;
        this.epoch = epoch;
    }

    public boolean isOpen() {
        return !closed
                && epoch.isKnown()
                && log.isCaughtUp()
                && presence.isCaughtUp()
                && accounts.isCaughtUp()
                && endedSessions.isCaughtUp()
                && keys.areKnown();
    }

    /** For good: this gateway goes down. */
    public void close() {
        closed = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gate")
                .status(isOpen())
                .withData("draining", closed)
                .withData("log", log.isCaughtUp())
                .withData("presence", presence.isCaughtUp())
                .withData("accounts", accounts.isCaughtUp())
                .withData("sessions", endedSessions.isCaughtUp())
                .build();
    }
}

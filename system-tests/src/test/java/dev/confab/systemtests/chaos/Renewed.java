package dev.confab.systemtests.chaos;

import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.time.Duration;
import java.util.function.Supplier;

/** A person who stays signed in for however long it takes: access tokens live for a quarter of an hour. */
final class Renewed {
    private static final long RENEW_AFTER = Duration.ofMinutes(8).toNanos();

    private final Supplier<String> gateways;
    private Session session;
    private long signedInAt = System.nanoTime();

    /** @param session from just now */
    Renewed(Session session, Supplier<String> gateways) {
        this.session = session;
        this.gateways = gateways;
    }

    synchronized Session session() {
        if (System.nanoTime() - signedInAt > RENEW_AFTER) {
            try {
                session = Users.login(gateways.get(), session.username(), session.password());
                signedInAt = System.nanoTime();
            } catch (AssertionError e) {
                // the old one may do for now
            }
        }
        return session;
    }
}

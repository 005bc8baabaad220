package dev.confab.auth.session;

import dev.confab.outbox.database.Database;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Keeps the table small. */
@ApplicationScoped
class ForgetExpiredSessions {
    private static final Logger LOG = Logger.getLogger(ForgetExpiredSessions.class);

    private final Database database;
    private final SessionStore store;

    ForgetExpiredSessions(Database database, SessionStore store) {
        this.database = database;
        this.store = store;
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> forget() {
        return database.transaction(() -> store.deleteExpired(Instant.now()))
                .onFailure()
                .invoke(failure -> LOG.warnf("can't delete expired sessions now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }
}

package dev.confab.room.database;

import dev.confab.protocol.ConfabException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The road to the database: what waits too long or finds it gone fails with {@code unavailable} at once, and what lost
 * against a concurrent transaction is tried again.
 */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES_AGAINST_OTHERS = 3;
    private static final int TRIES_AT_START = 10;
    private static final Duration BETWEEN_TRIES_AT_START = Duration.ofSeconds(1);

    /** Reads in a session of its own. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return bounded(() -> Panache.withSession(work));
    }

    /** Runs work that opens its own session or transaction; may run it again. */
    public <T> Uni<T> bounded(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(DatabaseFailure::isLostRace)
                .retry()
                .atMost(TRIES_AGAINST_OTHERS)
                .memoize() // so that giving up cancels nothing: a session cancelled halfway would keep its connection
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(DatabaseFailure::isAway)
                .invoke(failure -> LOG.debug("the database is away", failure))
                .onFailure(DatabaseFailure::isAway)
                .transform(failure -> ConfabException.unavailable("The database"));
    }

    /** Runs the work before anything is served, with more patience; returns when it is done. */
    public void atStart(Supplier<Uni<?>> work) throws Throwable {
        for (int attempt = 1; ; attempt++) {
            try {
                VertxContextSupport.subscribeAndAwait(work::get);
                return;
            } catch (ConfabException away) {
                if (attempt == TRIES_AT_START) {
                    throw away;
                }
                LOG.warnf("attempt %d: %s", attempt, away.detail());
                Thread.sleep(BETWEEN_TRIES_AT_START);
            }
        }
    }
}

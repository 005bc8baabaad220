package dev.confab.outbox.database;

import dev.confab.outbox.Outbox;
import dev.confab.protocol.ConfabException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The one way to the database. Whatever keeps it from answering in time, the caller hears {@link
 * dev.confab.protocol.ErrorCode#UNAVAILABLE} at once; a transaction that lost against another one is run again.
 */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RETRIES = 3;
    private static final int START_RETRIES = 10;

    private final Outbox outbox;

    Database(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Runs the work in one transaction; the events it adds to the outbox are relayed once it is committed. */
    public <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return bounded(Uni.createFrom()
                .deferred(() -> outbox.transaction(work))
                .onFailure(DatabaseFailure::isLostRace)
                .retry()
                .atMost(RETRIES));
    }

    /** Runs the work in a session, for reading. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return bounded(Uni.createFrom().deferred(() -> Panache.withSession(work)));
    }

    /** Runs the work at start-up, when there is nobody who waits for an answer; returns when it is done. */
    public <T> T atStart(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom()
                    .deferred(work::get)
                    .onFailure()
                    .invoke(failure -> LOG.warnf("the database can't be prepared yet: %s", failure))
                    .onFailure()
                    .retry()
                    .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                    .atMost(START_RETRIES));
        } catch (Throwable e) {
            throw new IllegalStateException("the database can't be prepared", e);
        }
    }

    /** As {@link #atStart}, for what nobody waits for: tried until it is done. */
    public void untilDone(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom()
                    .deferred(work::get)
                    .onFailure()
                    .invoke(failure -> LOG.warnf("can't do now what has to be done after the start: %s", failure))
                    .onFailure()
                    .retry()
                    .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(10))
                    .indefinitely());
        } catch (Throwable e) {
            throw new IllegalStateException("what has to be done after the start can't be done", e);
        }
    }

    /** The session of the running {@link #transaction} or {@link #read}. */
    public static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    /** Who gives up waiting must not cancel the work: its connection would never come back to the pool. */
    private static <T> Uni<T> bounded(Uni<T> work) {
        return work.memoize()
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(DatabaseFailure::isUnavailable)
                .invoke(failure -> LOG.debug("the database is away", failure))
                .onFailure(DatabaseFailure::isUnavailable)
                .transform(failure -> ConfabException.unavailable("The database"));
    }
}

package dev.confab.auth.session;

import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.Outbox;
import dev.confab.outbox.OutboxEvent;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sessions in the database. Every method needs a running transaction, or session where it only reads. */
@ApplicationScoped
class SessionStore {
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final SecurityLog security;

    SessionStore(Outbox outbox, MeterRegistry metrics, SecurityLog security) {
        this.outbox = outbox;
        this.security = security;
        this.metrics = metrics;
    }

    Uni<Void> add(SessionRow row) {
        return Database.session().chain(session -> session.persist(row).chain(session::flush));
    }

    Uni<Optional<SessionRow>> find(SessionId id, Instant now) {
        return Database.session()
                .chain(session -> session.find(SessionRow.class, id.value()))
                .map(row -> living(row, now));
    }

    /** Nobody else can lock it until the transaction ends. */
    Uni<Optional<SessionRow>> lock(SessionId id, Instant now) {
        return Database.session()
                .chain(session -> session.createNativeQuery(
                                "select * from user_session where id = :id for update", SessionRow.class)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(row -> living(row, now));
    }

    /** Last seen first. */
    Uni<List<SessionRow>> of(Username user, Instant now) {
        return Database.session()
                .chain(session -> session.createSelectionQuery(
                                "from SessionRow where usernameKey = :user and expiresAt > :now"
                                        + " order by lastSeenAt desc",
                                SessionRow.class)
                        .setParameter("user", user.key())
                        .setParameter("now", now)
                        .getResultList());
    }

    /** Deletes the sessions and has everybody hear of their end. */
    Uni<Void> end(List<SessionRow> rows, EndReason reason) {
        List<OutboxEvent> events = rows.stream()
                .map(row -> OutboxEvent.of(new SessionEnded(row.sessionId(), row.user(), reason.text())))
                .toList();
        metrics.counter("confab.sessions.ended", "reason", reason.text()).increment(rows.size());
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Database.session()
                        .chain(session -> session.removeAll(rows.toArray()))
                        .chain(() -> outbox.add(events))
                        .invoke(() -> rows.forEach(row -> security.of(SecurityEvent.SESSION_ENDED)
                                .user(row.user())
                                .session(row.sessionId())
                                .reason(reason.name().toLowerCase(Locale.ROOT))
                                .log()));
    }

    /** Those that ended by themselves; nobody needs to hear of it, since their tokens are long out of date. */
    Uni<Integer> deleteExpired(Instant now) {
        return Database.session()
                .chain(session -> session.createMutationQuery("delete from SessionRow where expiresAt <= :now")
                        .setParameter("now", now)
                        .executeUpdate());
    }

    private static Optional<SessionRow> living(SessionRow row, Instant now) {
        return Optional.ofNullable(row).filter(found -> !found.isExpired(now));
    }
}

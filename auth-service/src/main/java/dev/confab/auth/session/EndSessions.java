package dev.confab.auth.session;

import dev.confab.auth.session.RefreshChain.Verdict;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Ends sessions before their time. */
@ApplicationScoped
public class EndSessions {
    private final Database database;
    private final SessionStore store;
    private final SessionsConfig config;

    EndSessions(Database database, SessionStore store, SessionsConfig config) {
        this.database = database;
        this.store = store;
        this.config = config;
    }

    /** The session that the user asks from. Done, too, if it has ended already. */
    Uni<Void> logout(SessionId id, Username user) {
        return endIf(id, row -> row.belongsTo(user));
    }

    /** The session of a refresh token, if that is good. */
    Uni<Void> logout(RefreshToken token) {
        return endIf(token.session(), row -> isGood(row, token));
    }

    /** One of the user's sessions; fails with {@link ErrorCode#NOT_FOUND} if it is not. */
    Uni<Void> endDevice(SessionId id, Username user) {
        return database.transaction(() -> store.lock(id, Instant.now())
                .map(found -> found.filter(row -> row.belongsTo(user)).orElseThrow(EndSessions::unknown))
                .chain(row -> store.end(List.of(row), EndReason.DEVICE_ENDED)));
    }

    /** All sessions of the user but one. Part of the transaction that decided to. */
    public Uni<Void> endOthers(SessionId kept, Username user, EndReason reason) {
        return store.of(user, Instant.now())
                .map(rows -> rows.stream()
                        .filter(row -> !row.sessionId().equals(kept))
                        .toList())
                .chain(others -> store.end(others, reason));
    }

    /** All sessions of the user. Part of the transaction that decided to. */
    public Uni<Void> endAll(Username user, EndReason reason) {
        return store.of(user, Instant.now()).chain(rows -> store.end(rows, reason));
    }

    private Uni<Void> endIf(SessionId id, Predicate<SessionRow> mayEnd) {
        return database.transaction(() -> store.lock(id, Instant.now())
                .map(found -> found.filter(mayEnd).map(List::of).orElse(List.of()))
                .chain(rows -> store.end(rows, EndReason.LOGOUT)));
    }

    private boolean isGood(SessionRow row, RefreshToken token) {
        return switch (row.chain().judge(token.link(), Instant.now(), config.grace())) {
            case Verdict.Good _, Verdict.Repeated _ -> true;
            case Verdict.Stolen _, Verdict.Foreign _ -> false;
        };
    }

    private static ConfabException unknown() {
        return new ConfabException(ErrorCode.NOT_FOUND, "You have no session of this id.");
    }
}

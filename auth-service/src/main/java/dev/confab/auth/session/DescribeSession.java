package dev.confab.auth.session;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Tells a page that is being loaded who is signed in. */
@ApplicationScoped
class DescribeSession {

    /** @param expiresAt when the access token does */
    record Description(
            Username username, Optional<String> displayName, Optional<RoomName> lastRoom, Instant expiresAt) {}

    private final Database database;
    private final SessionStore sessions;
    private final AccountStore accounts;

    DescribeSession(Database database, SessionStore sessions, AccountStore accounts) {
        this.database = database;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** Without the database, what the token alone says: enough to go on chatting. */
    Uni<Description> describe(Username user, SessionId id, Instant expiresAt) {
        return database.read(() -> sessions.find(id, Instant.now())
                        .map(found -> found.orElseThrow(RefreshSession::ended))
                        .chain(() -> accounts.require(user)))
                .map(account -> describe(account, expiresAt))
                .onFailure(DescribeSession::isUnavailable)
                .recoverWithItem(() -> new Description(user, Optional.empty(), Optional.empty(), expiresAt));
    }

    private static Description describe(AccountRow account, Instant expiresAt) {
        return new Description(
                account.username(), Optional.of(account.displayName()), Optional.of(account.lastRoom()), expiresAt);
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof ConfabException refused && refused.code() == ErrorCode.UNAVAILABLE;
    }
}

package dev.confab.auth.operator;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.session.EndReason;
import dev.confab.auth.session.EndSessions;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes an account out of use, or puts it back. Whoever is signed in to it is signed out everywhere in the same
 * transaction; a sign-in at the same moment waits for the account's lock, and so comes before and is ended, or after and
 * is refused.
 */
@ApplicationScoped
class DisableAccount {
    private final Database database;
    private final AccountStore accounts;
    private final EndSessions sessions;
    private final SecurityLog security;

    DisableAccount(Database database, AccountStore accounts, EndSessions sessions, SecurityLog security) {
        this.database = database;
        this.accounts = accounts;
        this.sessions = sessions;
        this.security = security;
    }

    /** Done, too, if it is disabled already; fails with {@link ErrorCode#NOT_FOUND}. */
    Uni<Void> disable(Username user) {
        return database.transaction(() -> lock(user)
                        .invoke(AccountRow::disable)
                        .chain(accounts::publish)
                        .chain(() -> sessions.endAll(user, EndReason.ACCOUNT_DISABLED)))
                .invoke(() ->
                        security.of(SecurityEvent.ACCOUNT_DISABLED).user(user).log());
    }

    /** Its user can sign in again; fails with {@link ErrorCode#NOT_FOUND}. */
    Uni<Void> enable(Username user) {
        return database.transaction(() -> lock(user).invoke(AccountRow::enable).chain(accounts::publish))
                .invoke(() ->
                        security.of(SecurityEvent.ACCOUNT_ENABLED).user(user).log());
    }

    private Uni<AccountRow> lock(Username user) {
        return accounts.lock(user)
                .map(found -> found.orElseThrow(
                        () -> new ConfabException(ErrorCode.NOT_FOUND, "There is no user of this name.")));
    }
}

package dev.confab.auth.credential;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.password.HashPassword;
import dev.confab.auth.password.Password;
import dev.confab.auth.session.EndReason;
import dev.confab.auth.session.EndSessions;
import dev.confab.auth.throttle.Attempt;
import dev.confab.auth.throttle.LimitGuesses;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Changes a password for somebody who knows it, and ends all of the user's other sessions. */
@ApplicationScoped
class ChangePassword {
    private final Database database;
    private final AccountStore accounts;
    private final TryPassword tries;
    private final HashPassword passwords;
    private final EndSessions sessions;
    private final LimitGuesses guesses;
    private final SecurityLog security;

    ChangePassword(
            Database database,
            AccountStore accounts,
            TryPassword tries,
            HashPassword passwords,
            EndSessions sessions,
            LimitGuesses guesses,
            SecurityLog security) {
        this.database = database;
        this.accounts = accounts;
        this.tries = tries;
        this.passwords = passwords;
        this.sessions = sessions;
        this.guesses = guesses;
        this.security = security;
    }

    /** Fails with {@link ErrorCode#BAD_CREDENTIALS} if the current password is another, or if the next one is easy to guess. */
    Uni<Void> change(Attempt attempt, SessionId session, Password current, Password next) {
        return tries.attempt(attempt, current, ChangePassword::wrong)
                .chain(checked -> passwords
                        .hash(next, "next", attempt.user())
                        .onFailure()
                        .call(() -> guesses.withdraw(attempt).onFailure().recoverWithNull())
                        .chain(hash -> database.transaction(() -> accounts.lock(attempt.user())
                                .invoke(found -> replace(found, checked, hash))
                                .chain(() -> guesses.succeeded(attempt))
                                .chain(() -> sessions.endOthers(session, attempt.user(), EndReason.PASSWORD_CHANGED)))))
                .invoke(() -> security.of(SecurityEvent.PASSWORD_CHANGED)
                        .user(attempt.user())
                        .session(session)
                        .address(attempt.address())
                        .log());
    }

    private static void replace(Optional<AccountRow> found, String checked, String hash) {
        found.filter(row -> row.passwordHash().equals(checked))
                .orElseThrow(ChangePassword::wrong)
                .changePassword(hash);
    }

    private static ConfabException wrong() {
        return new ConfabException(ErrorCode.BAD_CREDENTIALS, "The current password is wrong.", "current");
    }
}

package dev.confab.auth.credential;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.password.CheckPassword;
import dev.confab.auth.password.Password;
import dev.confab.auth.throttle.Attempt;
import dev.confab.auth.throttle.LimitGuesses;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Checks a password for those who may try one now. */
@ApplicationScoped
class TryPassword {
    private final Database database;
    private final AccountStore accounts;
    private final CheckPassword passwords;
    private final LimitGuesses guesses;
    private final SecurityLog security;

    TryPassword(
            Database database,
            AccountStore accounts,
            CheckPassword passwords,
            LimitGuesses guesses,
            SecurityLog security) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.security = security;
    }

    /**
     * The hash that the password fits. Fails as told if it is wrong, or with {@link
     * dev.confab.protocol.ErrorCode#RATE_LIMITED}. After a success the caller must tell {@link LimitGuesses#succeeded}.
     */
    Uni<String> attempt(Attempt attempt, Password password, Supplier<ConfabException> wrong) {
        return guesses.admit(attempt)
                .chain(() -> database.read(() -> accounts.find(attempt.user())))
                .map(found -> found.map(AccountRow::passwordHash).orElse(""))
                .call(hash -> passwords
                        .check(attempt.user(), password)
                        .onFailure()
                        .call(() -> guesses.withdraw(attempt).onFailure().recoverWithNull())
                        .invoke(right -> {
                            if (!right) {
                                tell(attempt, !hash.isEmpty());
                                throw wrong.get();
                            }
                        }));
    }

    private void tell(Attempt attempt, boolean known) {
        SecurityLog.Entry failed = security.of(SecurityEvent.SIGN_IN_FAILED).address(attempt.address());
        if (known) {
            failed.user(attempt.user());
        }
        failed.reason(known ? "wrong_password" : "unknown_user").log();
    }
}

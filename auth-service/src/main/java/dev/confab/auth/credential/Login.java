package dev.confab.auth.credential;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.password.Password;
import dev.confab.auth.session.SignedIn;
import dev.confab.auth.session.StartSession;
import dev.confab.auth.throttle.Attempt;
import dev.confab.auth.throttle.LimitGuesses;
import dev.confab.chassis.client.Device;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Signs in by password. */
@ApplicationScoped
class Login {
    private final Database database;
    private final AccountStore accounts;
    private final TryPassword tries;
    private final StartSession sessions;
    private final LimitGuesses guesses;
    private final SecurityLog security;

    Login(
            Database database,
            AccountStore accounts,
            TryPassword tries,
            StartSession sessions,
            LimitGuesses guesses,
            SecurityLog security) {
        this.database = database;
        this.accounts = accounts;
        this.tries = tries;
        this.sessions = sessions;
        this.guesses = guesses;
        this.security = security;
    }

    /** Fails with {@link ErrorCode#BAD_CREDENTIALS}, the same for an unknown username and a wrong password. */
    Uni<SignedIn> login(Username username, Password password, Device device) {
        Attempt attempt = new Attempt(username, device.address());
        return tries.attempt(attempt, password, Login::badCredentials)
                .chain(hash -> database.transaction(() -> accounts.lock(username)
                        .map(found -> judge(found, hash))
                        .call(() -> guesses.succeeded(attempt))
                        .chain(account -> sessions.start(account, device))))
                .invoke(signedIn -> security.of(SecurityEvent.SIGNED_IN)
                        .user(signedIn.username())
                        .session(signedIn.session())
                        .address(device.address())
                        .log())
                .onFailure(Login::isDisabled)
                .invoke(() -> security.of(SecurityEvent.SIGN_IN_FAILED)
                        .user(username)
                        .address(device.address())
                        .reason("disabled")
                        .log());
    }

    /** @param checked the hash that the password was checked against: it may have been changed since */
    private static AccountRow judge(Optional<AccountRow> found, String checked) {
        AccountRow account =
                found.filter(row -> row.passwordHash().equals(checked)).orElseThrow(Login::badCredentials);
        if (account.isDisabled()) {
            throw new ConfabException(ErrorCode.FORBIDDEN, "This account is disabled.");
        }
        return account;
    }

    private static boolean isDisabled(Throwable failure) {
        return failure instanceof ConfabException refusal && refusal.code() == ErrorCode.FORBIDDEN;
    }

    private static ConfabException badCredentials() {
        return new ConfabException(ErrorCode.BAD_CREDENTIALS, "The username or the password is wrong.");
    }
}

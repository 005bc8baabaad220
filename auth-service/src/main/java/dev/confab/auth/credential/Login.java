package dev.confab.auth.credential;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.client.Device;
import dev.confab.auth.password.Password;
import dev.confab.auth.session.SignedIn;
import dev.confab.auth.session.StartSession;
import dev.confab.auth.throttle.Attempt;
import dev.confab.auth.throttle.LimitGuesses;
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

    Login(Database database, AccountStore accounts, TryPassword tries, StartSession sessions, LimitGuesses guesses) {
        this.database = database;
        this.accounts = accounts;
        this.tries = tries;
        this.sessions = sessions;
        this.guesses = guesses;
    }

    /** Fails with {@link ErrorCode#BAD_CREDENTIALS}, the same for an unknown username and a wrong password. */
    Uni<SignedIn> login(Username username, Password password, Device device) {
        Attempt attempt = new Attempt(username, device.address());
        return tries.attempt(attempt, password, Login::badCredentials)
                .chain(hash -> database.transaction(() -> accounts.lock(username)
                        .map(found -> judge(found, hash))
                        .call(() -> guesses.succeeded(attempt))
                        .chain(account -> sessions.start(account, device))));
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

    private static ConfabException badCredentials() {
        return new ConfabException(ErrorCode.BAD_CREDENTIALS, "The username or the password is wrong.");
    }
}

package dev.confab.auth.credential;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.account.ReservedNames;
import dev.confab.auth.password.HashPassword;
import dev.confab.auth.password.Password;
import dev.confab.auth.session.SignedIn;
import dev.confab.auth.session.StartSession;
import dev.confab.auth.throttle.Attempt;
import dev.confab.auth.throttle.LimitGuesses;
import dev.confab.auth.throttle.LimitRegistrations;
import dev.confab.chassis.client.Device;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Makes an account and signs in at once. */
@ApplicationScoped
class Register {
    private final Database database;
    private final AccountStore accounts;
    private final HashPassword passwords;
    private final StartSession sessions;
    private final LimitRegistrations registrations;
    private final LimitGuesses guesses;
    private final SecurityLog security;

    Register(
            Database database,
            AccountStore accounts,
            HashPassword passwords,
            StartSession sessions,
            LimitRegistrations registrations,
            LimitGuesses guesses,
            SecurityLog security) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.registrations = registrations;
        this.guesses = guesses;
        this.security = security;
    }

    /**
     * Fails with {@link dev.confab.protocol.ErrorCode#USERNAME_TAKEN}, also if somebody is shown by a name that looks like it, or if the password is easy to guess.
     */
    Uni<SignedIn> register(Username username, Password password, Device device) {
        ReservedNames.refuse(username);
        admit(device);
        return database.read(() -> accounts.requireFree(username))
                .chain(() -> passwords.hash(password, "password", username))
                .map(hash -> new AccountRow(username, hash, Instant.now()))
                .chain(account -> database.transaction(() -> accounts.add(account)
                        .chain(() -> guesses.registered(new Attempt(username, device.address())))
                        .chain(() -> sessions.start(account, device))))
                .invoke(signedIn -> security.of(SecurityEvent.REGISTERED)
                        .user(username)
                        .session(signedIn.session())
                        .address(device.address())
                        .log());
    }

    private void admit(Device device) {
        try {
            registrations.admit(device.address());
        } catch (ConfabException refused) {
            security.of(SecurityEvent.REGISTRATION_THROTTLED)
                    .address(device.address())
                    .log();
            throw refused;
        }
    }
}

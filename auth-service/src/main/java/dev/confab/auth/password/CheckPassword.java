package dev.confab.auth.password;

import dev.confab.chassis.hashing.HashingPool;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Username;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Asks Elytron's JDBC realm whether this is the password of that account. */
@ApplicationScoped
public class CheckPassword {
    private static final Logger LOG = Logger.getLogger(CheckPassword.class);

    /** No account can be called so, and nobody knows the decoy's password. */
    private static final String NOBODY = "-no body-";

    private final IdentityProviderManager identities;
    private final HashingPool workers;

    CheckPassword(IdentityProviderManager identities, HashingPool workers) {
        this.identities = identities;
        this.workers = workers;
    }

    /**
     * False for a wrong password and, after the same work, for an unknown username. Fails with {@link
     * dev.confab.protocol.ErrorCode#UNAVAILABLE} if that can't be said now.
     */
    public Uni<Boolean> check(Username username, Password password) {
        // the realm looks accounts up by the name it is given, and checks what can't be right like an unknown user's
        String name = password.isPossible() ? username.key() : NOBODY;
        char[] guess = (password.isPossible() ? password.value() : NOBODY).toCharArray();
        UsernamePasswordAuthenticationRequest request =
                new UsernamePasswordAuthenticationRequest(name, new PasswordCredential(guess));
        return workers.run(Uni.createFrom()
                .deferred(() -> identities.authenticate(request))
                .map(identity -> true)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(false)
                .onFailure()
                .transform(CheckPassword::unavailable));
    }

    private static ConfabException unavailable(Throwable failure) {
        LOG.warnf("passwords can't be checked now: %s", failure.getMessage());
        return ConfabException.unavailable("The database");
    }
}

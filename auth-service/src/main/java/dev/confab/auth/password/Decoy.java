package dev.confab.auth.password;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The hash that the realm finds for unknown usernames, of a password that nobody knows: made anew at each start, at the
 * cost of this day.
 */
@ApplicationScoped
class Decoy {
    private static final int BYTES = 32;

    private final DecoyStore store;
    private final int cost;

    Decoy(DecoyStore store, PasswordsConfig config) {
        this.store = store;
        this.cost = config.cost();
    }

    void onStart(@Observes StartupEvent started) {
        byte[] unknown = new byte[BYTES];
        new SecureRandom().nextBytes(unknown);
        String hash = BcryptUtil.bcryptHash(HexFormat.of().formatHex(unknown), cost);
        store.keepAtStart(hash);
    }
}

package dev.confab.auth.password;

import dev.confab.chassis.hashing.HashingPool;
import dev.confab.chassis.hashing.PasswordStrength;
import dev.confab.protocol.Username;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the hash to keep of a new password. */
@ApplicationScoped
public class HashPassword {
    private final HashingPool workers;
    private final int cost;

    HashPassword(HashingPool workers, PasswordsConfig config) {
        this.workers = workers;
        this.cost = config.cost();
    }

    /**
     * In the modular crypt format. Fails with {@link dev.confab.protocol.ErrorCode#INVALID} if it is too easy to guess, and
     * with {@link dev.confab.protocol.ErrorCode#UNAVAILABLE} under too much load.
     */
    public Uni<String> hash(Password chosen, String field, Username user) {
        return workers.run(Uni.createFrom().item(() -> {
            PasswordStrength.require(chosen.value(), field, user.value());
            return BcryptUtil.bcryptHash(chosen.value(), cost);
        }));
    }
}

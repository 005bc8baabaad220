package dev.confab.auth.password;

import dev.confab.chassis.hashing.HashingPool;
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

    /** In the modular crypt format; fails with {@link dev.confab.protocol.ErrorCode#UNAVAILABLE} under too much load. */
    public Uni<String> hash(Password password) {
        return workers.run(Uni.createFrom().item(() -> BcryptUtil.bcryptHash(password.value(), cost)));
    }
}

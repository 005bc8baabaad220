package dev.confab.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Hashing of passwords. */
@ConfigMapping(prefix = "confab.passwords")
public interface PasswordsConfig {
    /** bcrypt's cost of new hashes: each step doubles the time. Existing hashes keep theirs until the next change. */
    @WithDefault("10")
    int cost();

    /** Threads that hash; one per processor if not set. */
    OptionalInt workers();

    /** How many may wait for a worker; more are refused at once. */
    @WithDefault("64")
    int queue();

    /** How long one may wait for a worker; after that nobody wants the answer any more, so the work is not done. */
    @WithDefault("5s")
    Duration longestWait();
}

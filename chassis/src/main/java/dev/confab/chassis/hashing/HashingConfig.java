package dev.confab.chassis.hashing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much at a time passwords may be hashed and checked, of accounts as of rooms. */
@ConfigMapping(prefix = "confab.hashing")
public interface HashingConfig {
    /** Threads that hash; one per processor if not set. */
    OptionalInt workers();

    /** How many may wait for a worker; more are refused at once, with unavailable. */
    @WithDefault("64")
    int queue();

    /** How long one may wait for a worker; after that nobody wants the answer any more, so the work is not done. */
    @WithDefault("5s")
    Duration longestWait();
}

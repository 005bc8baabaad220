package dev.confab.auth.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long keys that sign access tokens are used. */
@ConfigMapping(prefix = "confab.keys")
public interface KeysConfig {
    /**
     * What the private keys are encrypted with in the database: at least 32 bytes. auth-service alone uses it; without it the keys
     * in the database are worth nothing.
     */
    String secret();

    /** The secret of before, while it is being changed: keys that are encrypted with it are encrypted anew at the start. */
    Optional<String> formerSecret();

    /** A key signs for this long, then the next one does. */
    @WithDefault("30d")
    Duration rotation();

    /**
     * The next key is published this long before it signs, so that everybody who verifies tokens knows it by then (other
     * services fetch the published keys every minute, while they can). At most half of the rotation.
     */
    @WithDefault("1d")
    Duration publishAhead();

    /** A key stays published this long after its last signature; longer than a token lives. */
    @WithDefault("1d")
    Duration retire();

    /** How often each replica looks whether a key is due or another replica has made one. */
    @WithDefault("1m")
    Duration check();
}

package dev.confab.auth.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Access tokens. */
@ConfigMapping(prefix = "confab.tokens")
public interface TokensConfig {
    /** How long an access token is good for. The same in all services: they remember ended sessions this long. */
    @WithDefault("15m")
    Duration lifetime();
}

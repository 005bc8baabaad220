package dev.confab.auth.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How new accounts are limited. */
@ConfigMapping(prefix = "confab.registration")
public interface RegistrationConfig {
    /** Accounts that may be made from one address in a minute, per replica; the same number may be made at once. */
    @WithDefault("60")
    int perMinute();

    /** How many addresses that made accounts lately are remembered. */
    @WithDefault("10000")
    int addresses();
}

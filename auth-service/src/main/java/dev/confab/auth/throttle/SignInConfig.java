package dev.confab.auth.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How guessing of passwords is slowed down. Past the free tries, each wrong password doubles the wait, from a second. */
@ConfigMapping(prefix = "confab.sign-in")
public interface SignInConfig {
    /** Wrong passwords that one address may try on one account without waiting. */
    @WithDefault("5")
    int tries();

    /** The longest wait for one address and one account. */
    @WithDefault("15m")
    Duration longestWait();

    /** Wrong passwords that one address may try on all accounts together without waiting. */
    @WithDefault("100")
    int triesPerAddress();

    /**
     * Wrong passwords that may be tried on one account from everywhere without waiting. Past them, only addresses wait
     * from which this account never signed in.
     */
    @WithDefault("30")
    int triesPerAccount();

    /** The longest wait for an address on account of all it tried, or for strangers to an account that is attacked. */
    @WithDefault("1m")
    Duration longestWaitOfStrangers();

    /** Wrong passwords are forgotten when there was no more for this long. */
    @WithDefault("6h")
    Duration forgetAfter();

    /** An address stays known to an account for this long after it signed in from there. */
    @WithDefault("90d")
    Duration known();
}

package dev.confab.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions live. */
@ConfigMapping(prefix = "confab.sessions")
public interface SessionsConfig {
    /** A session ends when it has not been refreshed for this long. */
    @WithDefault("30d")
    Duration lifetime();

    /** A session ends this long after its sign-in, however often it is refreshed. */
    @WithDefault("365d")
    Duration longest();

    /** Sessions that an account may have; the next one ends that which was not seen for the longest time. */
    @WithDefault("100")
    int perAccount();

    /** A refresh token stays good this long after its first use, for tabs that refresh at the same time. */
    @WithDefault("60s")
    Duration grace();
}

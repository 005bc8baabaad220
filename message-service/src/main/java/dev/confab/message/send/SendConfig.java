package dev.confab.message.send;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of writing over REST. */
@ConfigMapping(prefix = "confab.send")
public interface SendConfig {
    /** Messages that one user may send per second in the long run, per replica. */
    @WithDefault("10")
    double perSecond();

    /** Messages that one user may send at once. */
    @WithDefault("30")
    int burst();

    /** How many users' rates are remembered. */
    @WithDefault("10000")
    int users();

    /** How many sent messages are remembered until they are surely projected. */
    @WithDefault("10000")
    int recent();
}

package dev.confab.gateway.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of writing over REST. */
@ConfigMapping(prefix = "confab.send")
public interface SendConfig {
    /** Messages that one user may send per second in the long run, per gateway. */
    @WithDefault("10")
    double perSecond();

    /** Messages that one user may send at once. */
    @WithDefault("30")
    int burst();

    /** How many users' rates are remembered. */
    @WithDefault("10000")
    int users();
}

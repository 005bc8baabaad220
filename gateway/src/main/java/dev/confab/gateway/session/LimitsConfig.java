package dev.confab.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one connection may do. */
@ConfigMapping(prefix = "confab.limits")
public interface LimitsConfig {
    /** Messages per second that a connection may send for long. */
    @WithDefault("10")
    int sends();

    /** Messages that it may send at once. */
    @WithDefault("40")
    int sendBurst();

    /** Commands of any kind per second that a connection may give for long. */
    @WithDefault("50")
    int commands();

    /** Commands that it may give at once. */
    @WithDefault("400")
    int commandBurst();

    /**
     * Refusals for flooding that a connection is forgiven at once; per second as many as it may give commands. Above, it is
     * closed.
     */
    @WithDefault("1000")
    int patience();

    /** Commands of a connection that may wait at the same time for earlier ones about the same room or conversation. */
    @WithDefault("64")
    int waiting();

    /** Rooms and conversations that a connection may ask to be in at the same time. */
    @WithDefault("200")
    int rooms();

    /** Shortest time between two typing signals that are passed on for a connection. */
    @WithDefault("2s")
    Duration typing();
}

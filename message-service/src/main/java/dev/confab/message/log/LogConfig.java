package dev.confab.message.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests wait for Kafka. */
@ConfigMapping(prefix = "confab.log")
public interface LogConfig {
    /** How long history waits to hear how far the log reaches before it serves what is there. */
    @WithDefault("1s")
    Duration endTimeout();

    /** The same once Kafka has failed to answer, until it answers again. */
    @WithDefault("200ms")
    Duration endTimeoutWhileAway();
}

package dev.confab.gateway.broadcast;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the log is broadcast. */
@ConfigMapping(prefix = "confab.broadcast")
public interface BroadcastConfig {
    /** Shortest time between two batches: under load, events wait so long at most to go out together. */
    @WithDefault("10ms")
    Duration gather();
}

package dev.confab.gateway.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the log is appended to. */
@ConfigMapping(prefix = "confab.append")
public interface AppendConfig {
    /** Shortest time between two requests to Kafka: under load, events wait so long at most to be appended together. */
    @WithDefault("15ms")
    Duration gather();
}

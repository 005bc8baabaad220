package dev.confab.gateway.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What clients are told of who is in a room. */
@ConfigMapping(prefix = "confab.presence")
public interface PresenceConfig {
    /** People in a room of whom everybody there is told by name; of more, only the number is told. */
    @WithDefault("200")
    int listed();

    /** How often the number is told at most. */
    @WithDefault("2s")
    Duration countEvery();
}

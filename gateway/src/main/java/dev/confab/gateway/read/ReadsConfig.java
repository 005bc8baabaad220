package dev.confab.gateway.read;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a gateway remembers of how far people have read. */
@ConfigMapping(prefix = "confab.reads")
public interface ReadsConfig {
    /**
     * Positions of one user in one stream that are remembered, the last ones. Of others it is not known whether they move
     * forward, and clients are told of them as they come.
     */
    @WithDefault("50000")
    int remembered();
}

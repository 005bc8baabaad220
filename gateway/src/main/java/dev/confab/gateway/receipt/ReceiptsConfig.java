package dev.confab.gateway.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of telling people what became of their messages. */
@ConfigMapping(prefix = "confab.receipts")
public interface ReceiptsConfig {
    /** People in a room up to which those who write are told who has read it. */
    @WithDefault("100")
    int people();

    /** Streams of which is remembered who wrote in them, the last ones. */
    @WithDefault("10000")
    int streams();
}

package dev.confab.gateway.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a connection may take before it is a WebSocket, or for one request. */
@ConfigMapping(prefix = "confab.connections")
public interface ConnectionConfig {
    /** From the first byte of a request (or from connecting) until its answer begins; slower clients are cut off. */
    @WithDefault("30s")
    Duration answerWithin();

    /** Connections from one address at the same time; 0 for any number, as behind a proxy, whose address all have. */
    @WithDefault("0")
    int perAddress();
}

package dev.confab.gateway.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a connection may take before it is a WebSocket, or for one request. */
@ConfigMapping(prefix = "confab.connections")
public interface ConnectionConfig {
    /**
     * From the first byte of a request (or from connecting, or from the answer before it) until its answer begins, and for
     * whoever does not take the answer; slower clients are cut off.
     */
    @WithDefault("30s")
    Duration answerWithin();

    /** The same for a request that brings a file. */
    @WithDefault("5m")
    Duration uploadWithin();

    /** Connections from one address at the same time; 0 for any number, as behind a proxy, whose address all have. */
    @WithDefault("0")
    int perAddress();

    /**
     * Connections at the same time that are no WebSockets. Of more than these, the oldest that waits for its client is
     * closed.
     */
    @WithDefault("5000")
    int max();

    /**
     * Bytes of all requests' bodies together that have come and are not answered. When there are more, the oldest request of
     * which not all has come is refused.
     */
    @WithDefault("32M")
    MemorySize bodies();
}

package dev.confab.gateway.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one gateway and one socket may hold. */
@ConfigMapping(prefix = "confab.sockets")
public interface SocketConfig {
    /** Connections at the same time; more are asked to try again later. */
    @WithDefault("50000")
    int max();

    /** Bytes that may wait for one slow reader before presence and typing are no longer sent to it. */
    @WithDefault("131072")
    int dropAbove();

    /** Bytes that may wait for one slow reader before its connection is closed, to resume later. */
    @WithDefault("1048576")
    int closeAbove();

    /** Pings per second that are answered for long; whoever sends more is cut off. */
    @WithDefault("10")
    int pings();

    /** Pings that are answered at once. */
    @WithDefault("100")
    int pingBurst();

    /** A connection that was silent for so long is pinged. */
    @WithDefault("25s")
    Duration pingAfter();

    /** A connection that was silent for so long, pings included, is closed. */
    @WithDefault("60s")
    Duration closeAfter();

    /** How many connections a second are sent away when this gateway goes down: what the others take without trouble. */
    @WithDefault("500")
    int drainRate();

    /** The longest time over which connections are sent away, however many there are. */
    @WithDefault("20s")
    Duration drainAtMost();
}

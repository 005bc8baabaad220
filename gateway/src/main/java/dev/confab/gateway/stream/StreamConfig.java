package dev.confab.gateway.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one gateway and one event stream may hold. */
@ConfigMapping(prefix = "confab.streams")
public interface StreamConfig {
    /** Event streams at the same time; more are asked to try again later. */
    @WithDefault("5000")
    int max();

    /** Event streams of one user at the same time. */
    @WithDefault("50")
    int perUser();

    /** Event streams from one address at the same time; 0 for any number. */
    @WithDefault("500")
    int perAddress();

    /** Bytes that may wait for one slow reader before its event stream is cut off, to be resumed later. */
    @WithDefault("1048576")
    int closeAbove();

    /** A reader that has taken nothing for so long, though something waits for it, is cut off. */
    @WithDefault("60s")
    Duration stalledAfter();

    /** How often a silent event stream is written something to, so that nobody in between thinks it idle. */
    @WithDefault("15s")
    Duration keepAlive();
}

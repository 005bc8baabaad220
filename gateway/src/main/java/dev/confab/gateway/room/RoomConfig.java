package dev.confab.gateway.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a gateway remembers of rooms, so that clients that come back need nobody else. */
@ConfigMapping(prefix = "confab.ring")
public interface RoomConfig {
    /** Events remembered per room. */
    @WithDefault("256")
    int events();

    /** Bytes of events remembered per room. */
    @WithDefault("131072")
    int bytes();

    /** Bytes of events remembered in all rooms together; above, rooms without clients here remember nothing. */
    @WithDefault("67108864")
    long totalBytes();

    /** Records per partition that are read back at start. */
    @WithDefault("2000")
    int lookback();
}

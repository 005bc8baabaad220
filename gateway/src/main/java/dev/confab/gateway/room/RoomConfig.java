package dev.confab.gateway.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a gateway remembers of streams, so that clients that come back need nobody else. */
@ConfigMapping(prefix = "confab.ring")
public interface RoomConfig {
    /** Events remembered per stream. */
    @WithDefault("256")
    int events();

    /** Bytes of events remembered per stream. */
    @WithDefault("131072")
    int bytes();

    /** Bytes of events remembered in all streams together; above, streams without clients here remember nothing. */
    @WithDefault("67108864")
    long totalBytes();

    /** Private conversations that are remembered, the last used ones. */
    @WithDefault("10000")
    int conversations();

    /** Ids that are remembered of private conversations of people who are not here, should they come and say the same again. */
    @WithDefault("20000")
    int passedOver();

    /** Records per partition that are read back at start. */
    @WithDefault("2000")
    int lookback();
}

package dev.confab.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How big rooms get and who moderates the one that nobody owns. */
@ConfigMapping(prefix = "confab.rooms")
public interface RoomsConfig {
    /** Members that a room takes in. */
    @WithDefault("10000")
    int capacity();

    /** Rooms that one user may own. */
    @WithDefault("100")
    int maxOwned();

    /** Moderators that a room may have. */
    @WithDefault("100")
    int maxModerators();

    /** Bans that a room keeps, those included that ended lately. */
    @WithDefault("1000")
    int maxBans();

    /** Usernames of those who moderate main, which has no owner to appoint them. */
    Optional<Set<String>> mainModerators();

    /** How long a join waits for the relay to append what was decided about its user before. */
    @WithDefault("2s")
    Duration relayPatience();
}

package dev.confab.message.unread;

import dev.confab.protocol.Position;
import java.util.Optional;

/**
 * What stands behind a marker.
 *
 * @param unread how many messages are by others
 * @param more whether there may be more than were looked at
 * @param upTo the newest that was looked at; absent if there is none in the present log
 */
public record Behind(int unread, boolean more, Optional<Position> upTo) {
    static final Behind NOTHING = new Behind(0, false, Optional.empty());
}

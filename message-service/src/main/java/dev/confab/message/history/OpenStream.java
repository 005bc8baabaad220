package dev.confab.message.history;

import dev.confab.message.access.RoomAccess;
import dev.confab.message.log.LogPosition;
import java.util.Optional;

/**
 * A stream that somebody may read.
 *
 * @param id absent as long as nothing is projected of it
 * @param deleted where another stream of this key was deleted last
 */
public record OpenStream(Optional<Integer> id, Naming naming, Optional<LogPosition> deleted) {

    static OpenStream of(RoomAccess.Open room) {
        return new OpenStream(room.stream(), new Naming.OfRoom(room.name()), room.deleted());
    }
}

package dev.confab.protocol;

import java.time.Instant;

/**
 * An event as every reader of the log gets it.
 *
 * @param position of its record
 * @param at when it was appended, by the log's clock
 * @param authorizedAt up to where the log was known to whoever let the author write it ({@link AuthorizedAt}); its own
 *     position if that is not said
 */
public record LoggedEvent(Position position, Instant at, Position authorizedAt, RoomEvent event) {

    /** Of an event that does not say how far its author was judged. */
    public LoggedEvent(Position position, Instant at, RoomEvent event) {
        this(position, at, position, event);
    }
}

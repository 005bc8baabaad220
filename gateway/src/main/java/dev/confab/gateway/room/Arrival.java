package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Receiver;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.util.Optional;

/**
 * A client that was let into a stream and is about to enter it.
 *
 * @param admittedAt how far the log was known to whoever let them in; {@link Position#NONE} where nobody has to
 * @param since the last event that they have had, if they go on after it
 */
public record Arrival(Receiver receiver, Username user, Position admittedAt, Optional<Position> since) {}

package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Position;
import java.util.List;
import java.util.Optional;

/**
 * A client has entered a room.
 *
 * @param position the cut: everything up to here is history, everything after it comes live
 * @param missed what happened between the client's last position and the cut, if the ring remembers all of it
 */
public record Entry(Membership membership, Position position, Optional<List<Frame>> missed) {}

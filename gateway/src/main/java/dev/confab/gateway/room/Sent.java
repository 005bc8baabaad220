package dev.confab.gateway.room;

import dev.confab.protocol.Position;
import java.time.Instant;

/** Where a message stands in its room's log and since when. */
public record Sent(Position position, Instant at) {}

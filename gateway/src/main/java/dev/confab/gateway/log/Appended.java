package dev.confab.gateway.log;

import dev.confab.protocol.Position;
import java.time.Instant;

/** An event is kept: all in-sync replicas of its partition have it. */
public record Appended(Position position, Instant at) {}

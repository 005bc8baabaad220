package dev.confab.message.send;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import java.time.Instant;

/** The message is kept, at this position since that time. */
public record Sent(MessageId id, Position position, Instant at) {}

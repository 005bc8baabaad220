package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Username;
import java.time.Instant;

/** A row of a history. */
public record StoredMessage(LogPosition position, Instant at, MessageId id, Username from, MessageText text) {}

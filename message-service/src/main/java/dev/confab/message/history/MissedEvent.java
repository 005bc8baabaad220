package dev.confab.message.history;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.confab.protocol.Position;

/**
 * Something of a stream that everybody there was told.
 *
 * @param frame as it is sent live
 */
public record MissedEvent(Position position, @JsonValue Object frame) {}

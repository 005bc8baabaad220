package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which log a position is of: Kafka's id of the topic. In a log that was made anew positions start again, and those of the one
 * before mean nothing.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters
 *     Anything else is refused with {@link ErrorCode#INVALID} or {@link ErrorCode#TOO_LONG}.
 */
public record Epoch(@JsonValue String value) {
    public static final int MAX_LENGTH = 64;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Epoch {
        Limits.require(value, "epoch", MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}

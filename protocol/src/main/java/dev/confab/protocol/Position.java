package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where an event stands in its room's log: the Kafka offset. It grows within a room, is sparse, and is the same live, in
 * history and in every API. Comparable only within one room and one epoch.
 *
 * @param value zero or more; {@link #NONE} stands before everything
 */
public record Position(@JsonValue long value) implements Comparable<Position> {
    public static final Position NONE = new Position(-1);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Position {
        if (value < -1) {
            throw new ConfabException(ErrorCode.INVALID, "A position is zero or more.", "position");
        }
    }

    public boolean isAfter(Position other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package dev.confab.message.log;

import dev.confab.protocol.Position;
import java.util.Comparator;

/**
 * A position over all logs that there ever were.
 *
 * @param epoch which log: its number in {@code log_epoch}, from 1; a later log has a greater one
 */
public record LogPosition(int epoch, Position position) implements Comparable<LogPosition> {
    private static final Comparator<LogPosition> ORDER =
            Comparator.comparingInt(LogPosition::epoch).thenComparing(LogPosition::position);

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(LogPosition other) {
        return compareTo(other) > 0;
    }

    /** The position right behind it. */
    public LogPosition next() {
        return new LogPosition(epoch, new Position(position.value() + 1));
    }
}

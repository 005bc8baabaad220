package dev.confab.message.unread;

import dev.confab.protocol.Epoch;
import dev.confab.protocol.Position;
import dev.confab.protocol.ReadPosition;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Whose mark it is, and in which stream. */
record ReadMark(Username user, StreamKey stream) {

    /**
     * How far somebody has read.
     *
     * @param hidden whether the others are not to see it; of two with the same position this counts
     */
    record Reached(Position position, boolean hidden) implements Comparable<Reached> {
        private static final Comparator<Reached> ORDER =
                Comparator.comparing(Reached::position).thenComparing(Reached::hidden);

        Reached(Position position) {
            this(position, false);
        }

        /** No further than the position. */
        Reached within(Position last) {
            return position.compareTo(last) <= 0 ? this : new Reached(last, hidden);
        }

        @Override
        public int compareTo(Reached other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * How far each has read, as far as these tell: the greatest position of the log, in whatever order and however often they
     * come.
     */
    static Map<ReadMark, Reached> merged(Collection<ReadPosition> reads, Epoch log) {
        return reads.stream()
                .filter(read -> read.epoch().equals(log))
                .collect(Collectors.toMap(
                        read -> new ReadMark(read.user(), read.stream()),
                        read -> new Reached(read.position(), read.hidden()),
                        BinaryOperator.maxBy(Reached::compareTo)));
    }
}

package dev.confab.message.unread;

import dev.confab.protocol.Epoch;
import dev.confab.protocol.Position;
import dev.confab.protocol.ReadPosition;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.util.Collection;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Whose mark it is, and in which stream. */
record ReadMark(Username user, StreamKey stream) {

    /**
     * How far each has read, as far as these tell: the greatest position of the log, in whatever order and however often they
     * come.
     */
    static Map<ReadMark, Position> merged(Collection<ReadPosition> reads, Epoch log) {
        return reads.stream()
                .filter(read -> read.epoch().equals(log))
                .collect(Collectors.toMap(
                        read -> new ReadMark(read.user(), read.stream()),
                        ReadPosition::position,
                        BinaryOperator.maxBy(Position::compareTo)));
    }
}

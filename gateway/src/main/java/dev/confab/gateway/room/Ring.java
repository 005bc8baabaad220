package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last events of one room, bounded in number and bytes. Guarded by its {@link Room}. */
final class Ring {
    private record Entry(Position position, Frame frame) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final int maxEvents;
    private final int maxBytes;
    private Position floor;
    private int bytes;

    /** @param floor every event of the room after this position is going to be added */
    Ring(int maxEvents, int maxBytes, Position floor) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.floor = floor;
    }

    /** @return by how many bytes the ring has grown, negative if it has shrunk */
    int add(Position position, Frame frame) {
        int before = bytes;
        entries.addLast(new Entry(position, frame));
        bytes += frame.length();
        while (entries.size() > maxEvents || bytes > maxBytes) {
            evict();
        }
        return bytes - before;
    }

    /** Forgets everything; what comes after {@code newFloor} will be remembered again. */
    int clear(Position newFloor) {
        int freed = bytes;
        entries.clear();
        bytes = 0;
        floor = newFloor;
        return -freed;
    }

    /** Every event after the position, in order; absent if some of them may be forgotten. */
    Optional<List<Frame>> after(Position position) {
        if (floor.isAfter(position)) {
            return Optional.empty();
        }
        return Optional.of(entries.stream()
                .filter(entry -> entry.position().isAfter(position))
                .map(Entry::frame)
                .toList());
    }

    private void evict() {
        Entry oldest = entries.removeFirst();
        bytes -= oldest.frame().length();
        floor = oldest.position();
    }
}

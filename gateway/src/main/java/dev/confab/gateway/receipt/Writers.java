package dev.confab.gateway.receipt;

import dev.confab.protocol.Destination;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who wrote in one stream lately, and how far they know it to be stored. Not thread-safe: guarded by {@link Receipts}. */
final class Writers {
    /** The last ones that are remembered; others see what became of their messages when they ask for it. */
    private static final int MAX = 32;

    /** @param destination as this writer names it */
    record Writer(Username user, Destination destination) {}

    private final Map<Writer, Position> written = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Writer, Position> eldest) {
            return size() > MAX;
        }
    };
    private final Map<Writer, Position> unstored = new LinkedHashMap<>();

    void onWritten(Writer writer, Position position) {
        written.remove(writer);
        written.put(writer, position);
        unstored.put(writer, position);
        if (unstored.size() > MAX) {
            Iterator<Writer> oldest = unstored.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Those whose messages are all stored now, each told once. */
    List<Writer> stored(Position through) {
        List<Writer> told = new ArrayList<>();
        unstored.entrySet().removeIf(entry -> {
            boolean isStored = !entry.getValue().isAfter(through);
            if (isStored) {
                told.add(entry.getKey());
            }
            return isStored;
        });
        return told;
    }

    boolean isStored() {
        return unstored.isEmpty();
    }

    /** Others who wrote something that the reader had not read before. */
    List<Writer> readBy(Username reader, Position before) {
        return written.entrySet().stream()
                .filter(entry -> entry.getValue().isAfter(before))
                .map(Map.Entry::getKey)
                .filter(writer -> !writer.user().equals(reader))
                .toList();
    }
}

package dev.confab.systemtests.chaos;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of the rooms as the log has them, each room's in its order, and what the rules make of each. */
record Log(Map<String, List<Entry>> rooms) {

    enum Verdict {
        VALID,
        /** Its author was banned. */
        VOID,
        /** Its author had used the id before. */
        REPEATED
    }

    record Entry(long position, String id, String from, String text, Verdict verdict) {
        boolean isValid() {
            return verdict == Verdict.VALID;
        }

        boolean isOf(String author, String messageId) {
            return from.equalsIgnoreCase(author) && id.equals(messageId);
        }
    }

    List<Entry> all(String room) {
        return rooms.getOrDefault(room, List.of());
    }

    List<Entry> valid(String room) {
        return all(room).stream().filter(Entry::isValid).toList();
    }

    List<Entry> of(String room, String author, String id) {
        return all(room).stream().filter(entry -> entry.isOf(author, id)).toList();
    }

    Optional<Entry> at(String room, long position) {
        return all(room).stream().filter(entry -> entry.position() == position).findFirst();
    }
}

package dev.confab.message.search;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for: messages to which all of this applies.
 *
 * @param from by one of these; by anybody if empty
 * @param rooms in one of these or of the people; anywhere if both are empty
 * @param people in the private conversation with one of these
 * @param since written then or later
 * @param before written earlier
 */
record SearchQuery(
        List<Words> words,
        Set<Username> from,
        Set<RoomName> rooms,
        Set<Username> people,
        Optional<Instant> since,
        Optional<Instant> before,
        Set<Flag> flags,
        boolean pinned) {

    /** What is said of messages in the index. */
    enum Flag {
        LINK,
        FILE,
        THREAD
    }

    boolean isAnywhere() {
        return rooms.isEmpty() && people.isEmpty();
    }

    /** Whether there is anything that it asks for. */
    boolean isEmpty() {
        return words.isEmpty()
                && from.isEmpty()
                && isAnywhere()
                && since.isEmpty()
                && before.isEmpty()
                && flags.isEmpty()
                && !pinned;
    }
}

package dev.confab.message.projection;

import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rooms of which a namesake was deleted, as far as it is projected. */
record Deletions(Map<StreamKey, Deletion> byRoom) {
    private static final Deletion NONE = new Deletion(false, Position.NONE);

    /**
     * @param gone whether the room was not created again
     * @param at where it was deleted, if that was in this log
     */
    record Deletion(boolean gone, Position at) {}

    Set<StreamKey> rooms() {
        return byRoom.keySet();
    }

    /** Those that were not created again. */
    Set<StreamKey> gone() {
        return byRoom.entrySet().stream()
                .filter(room -> room.getValue().gone())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Position at(StreamKey room) {
        return byRoom.getOrDefault(room, NONE).at();
    }
}

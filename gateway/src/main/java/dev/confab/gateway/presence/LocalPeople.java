package dev.confab.gateway.presence;

import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who of this gateway's people has been told to the others, and what has changed since. Somebody who goes and comes back
 * in between has not moved at all. Thread-safe.
 */
final class LocalPeople {
    private final Map<RoomName, Set<Username>> told = new HashMap<>();
    private final Map<RoomName, Map<Username, Boolean>> changed = new HashMap<>();

    synchronized void change(RoomName room, Username user, boolean present) {
        changed.computeIfAbsent(room, r -> new HashMap<>()).put(user, present);
    }

    /** What the others have to be told now. */
    synchronized List<PresenceRecord.Delta> takeChanges(String gateway) {
        List<PresenceRecord.Delta> deltas = new ArrayList<>();
        changed.forEach((room, people) -> {
            Set<Username> here = told.computeIfAbsent(room, r -> new HashSet<>());
            List<Username> joined = new ArrayList<>();
            List<Username> left = new ArrayList<>();
            people.forEach((user, present) -> {
                if (present && here.add(user)) {
                    joined.add(user);
                } else if (!present && here.remove(user)) {
                    left.add(user);
                }
            });
            if (!joined.isEmpty() || !left.isEmpty()) {
                deltas.add(new PresenceRecord.Delta(gateway, room.key(), joined, left));
            }
            if (here.isEmpty()) {
                told.remove(room);
            }
        });
        changed.clear();
        return deltas;
    }

    /** Everybody who has been told of. */
    synchronized PresenceRecord.Snapshot snapshot(String gateway) {
        Map<String, List<Username>> rooms = new HashMap<>();
        told.forEach((room, people) -> rooms.put(room.key(), List.copyOf(people)));
        return new PresenceRecord.Snapshot(gateway, rooms);
    }
}

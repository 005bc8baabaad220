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
    /** Names in one record, which Kafka takes up to 1 MB of. */
    static final int MAX_NAMES = 10_000;

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

    /** Everybody who has been told of: a snapshot, and in deltas who does not fit into that. */
    synchronized List<PresenceRecord> snapshot(String gateway) {
        Map<String, List<Username>> first = new HashMap<>();
        List<PresenceRecord> all = new ArrayList<>();
        all.add(new PresenceRecord.Snapshot(gateway, first));
        int names = 0;
        for (Map.Entry<RoomName, Set<Username>> here : told.entrySet()) {
            List<Username> people = List.copyOf(here.getValue());
            int fitting = Math.min(people.size(), MAX_NAMES - names);
            names += fitting;
            if (fitting > 0) {
                first.put(here.getKey().key(), people.subList(0, fitting));
            }
            for (int from = fitting; from < people.size(); from += MAX_NAMES) {
                List<Username> more = people.subList(from, Math.min(people.size(), from + MAX_NAMES));
                all.add(new PresenceRecord.Delta(gateway, here.getKey().key(), more, List.of()));
            }
        }
        return all;
    }
}

package dev.confab.systemtests.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.RoomName;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Who is in which room, as far as one client was told: a snapshot at the join, then diffs. Thread-safe. */
final class People {
    private final Map<RoomName, Set<String>> byRoom = new ConcurrentHashMap<>();

    void onFrame(Frame frame) {
        JsonNode json = frame.json();
        if (frame.isOk() && json.has("users")) {
            Set<String> present = new ConcurrentSkipListSet<>();
            json.path("users").forEach(user -> present.add(user.textValue()));
            byRoom.put(roomOf(frame), present);
        } else if (frame.type().equals("crowd")) {
            byRoom.put(roomOf(frame), new ConcurrentSkipListSet<>());
        } else if (frame.type().equals("users")) {
            Set<String> present = byRoom.getOrDefault(roomOf(frame), new TreeSet<>());
            json.path("joined").forEach(user -> present.add(user.textValue()));
            json.path("left").forEach(user -> present.remove(user.textValue()));
        }
    }

    private static RoomName roomOf(Frame frame) {
        return new RoomName(frame.text("room"));
    }

    Set<String> in(String room) {
        return Set.copyOf(byRoom.getOrDefault(new RoomName(room), Set.of()));
    }

    @Override
    public String toString() {
        return byRoom.toString();
    }
}

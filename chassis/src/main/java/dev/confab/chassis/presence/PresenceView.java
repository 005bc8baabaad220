package dev.confab.chassis.presence;

import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody in every room over all gateways. A user who is there on several gateways is there once, and leaves with the
 * last of them. Thread-safe.
 */
public final class PresenceView {
    /** A gateway that was not heard of for so long is forgotten with everybody on it. */
    public static final Duration SILENCE = Duration.ofSeconds(10);

    /** What a record changed in one room, as seen by the people in it. */
    public record Change(String room, List<Username> joined, List<Username> left) {}

    private final Map<String, Map<String, Set<Username>>> roomsByGateway = new HashMap<>();
    private final Map<String, Instant> lastHeard = new HashMap<>();
    private final Map<String, Map<Username, Integer>> gatewaysByUser = new HashMap<>();

    /** Takes a record in and says what it changed. */
    public synchronized List<Change> onRecord(PresenceRecord record, Instant now) {
        if (record instanceof PresenceRecord.Bye bye) {
            return forget(bye.gateway());
        }
        lastHeard.put(record.gateway(), now);
        return switch (record) {
            case PresenceRecord.Delta delta -> apply(delta.gateway(), delta.room(), delta.joined(), delta.left());
            case PresenceRecord.Snapshot snapshot -> replace(snapshot);
            case PresenceRecord.Hello h -> List.of();
            case PresenceRecord.Heartbeat h -> List.of();
            case PresenceRecord.Typing t -> List.of();
            case PresenceRecord.Bye b -> List.of();
        };
    }

    /** Forgets the gateways that have gone silent and says what that changed. */
    public synchronized List<Change> forgetSilent(Instant now) {
        List<String> silent = lastHeard.entrySet().stream()
                .filter(heard -> heard.getValue().plus(SILENCE).isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
        List<Change> changes = new ArrayList<>();
        silent.forEach(gateway -> changes.addAll(forget(gateway)));
        return changes;
    }

    /** Counts every gateway as heard of now: whoever looks could not hear them. */
    public synchronized void excuse(Instant now) {
        lastHeard.replaceAll((gateway, heard) -> now);
    }

    /** Whether the gateway was heard of lately. */
    public synchronized boolean knows(String gateway) {
        return lastHeard.containsKey(gateway);
    }

    /** Everybody in the room with that key, in no particular order. */
    public synchronized List<Username> users(String room) {
        return List.copyOf(gatewaysByUser.getOrDefault(room, Map.of()).keySet());
    }

    public synchronized int count(String room) {
        return gatewaysByUser.getOrDefault(room, Map.of()).size();
    }

    public synchronized boolean isIn(String room, Username user) {
        return gatewaysByUser.getOrDefault(room, Map.of()).containsKey(user);
    }

    private List<Change> forget(String gateway) {
        lastHeard.remove(gateway);
        List<Change> changes = new ArrayList<>();
        Map<String, Set<Username>> rooms = roomsByGateway.getOrDefault(gateway, Map.of());
        List.copyOf(rooms.keySet())
                .forEach(room -> changes.addAll(
                        apply(gateway, room, List.of(), List.copyOf(rooms.getOrDefault(room, Set.of())))));
        roomsByGateway.remove(gateway);
        return changes;
    }

    private List<Change> replace(PresenceRecord.Snapshot snapshot) {
        Map<String, Set<Username>> before = roomsByGateway.getOrDefault(snapshot.gateway(), Map.of());
        Set<String> rooms = new HashSet<>(before.keySet());
        rooms.addAll(snapshot.rooms().keySet());
        List<Change> changes = new ArrayList<>();
        for (String room : rooms) {
            Set<Username> was = before.getOrDefault(room, Set.of());
            Set<Username> is = new HashSet<>(snapshot.rooms().getOrDefault(room, List.of()));
            changes.addAll(apply(snapshot.gateway(), room, minus(is, was), minus(was, is)));
        }
        return changes;
    }

    private List<Change> apply(String gateway, String room, Collection<Username> joined, Collection<Username> left) {
        Set<Username> here = roomsByGateway
                .computeIfAbsent(gateway, g -> new HashMap<>())
                .computeIfAbsent(room, r -> new HashSet<>());
        Map<Username, Integer> counts = gatewaysByUser.computeIfAbsent(room, r -> new HashMap<>());
        List<Username> came = joined.stream()
                .filter(here::add)
                .filter(user -> counts.merge(user, 1, Integer::sum) == 1)
                .toList();
        List<Username> went = left.stream()
                .filter(here::remove)
                .filter(user -> counts.merge(user, -1, PresenceView::sumOrGone) == null)
                .toList();
        if (here.isEmpty()) {
            roomsByGateway.getOrDefault(gateway, new HashMap<>()).remove(room);
        }
        if (counts.isEmpty()) {
            gatewaysByUser.remove(room);
        }
        return came.isEmpty() && went.isEmpty() ? List.of() : List.of(new Change(room, came, went));
    }

    private static @Nullable Integer sumOrGone(Integer count, Integer change) {
        int sum = count + change;
        return sum == 0 ? null : sum;
    }

    private static List<Username> minus(Set<Username> all, Set<Username> without) {
        return all.stream().filter(user -> !without.contains(user)).toList();
    }
}

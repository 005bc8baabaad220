package dev.confab.message.projection;

import dev.confab.message.projection.ContentChanges.Pin;
import dev.confab.protocol.Content;
import dev.confab.protocol.StreamKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is pinned in some streams, through a run. */
final class Pins {
    private final Map<StreamKey, Set<Place>> pinned = new HashMap<>();
    private final Map<Place, Optional<Pin>> changes = new LinkedHashMap<>();

    Pins(Map<StreamKey, Set<Place>> pinned) {
        pinned.forEach((stream, places) -> this.pinned.put(stream, new HashSet<>(places)));
    }

    /** Whether it counts: a stream has no more than so many. */
    boolean pin(Place message, Pin pin) {
        Set<Place> ofStream = pinned.computeIfAbsent(message.stream(), s -> new HashSet<>());
        if (!ofStream.contains(message) && ofStream.size() >= Content.Pinned.MAX_PINS) {
            return false;
        }
        if (ofStream.add(message)) {
            changes.put(message, Optional.of(pin));
        }
        return true;
    }

    void unpin(Place message) {
        if (pinned.getOrDefault(message.stream(), new HashSet<>()).remove(message)) {
            changes.put(message, Optional.empty());
        }
    }

    Map<Place, Optional<Pin>> changes() {
        return changes;
    }
}

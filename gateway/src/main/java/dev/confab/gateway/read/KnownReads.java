package dev.confab.gateway.read;

import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The greatest read positions of the present log, the last ones that were heard of. Thread-safe. */
@ApplicationScoped
class KnownReads {
    private final Map<Key, Position> known;

    private record Key(Username user, StreamKey stream) {}

    KnownReads(ReadsConfig config) {
        int most = config.remembered();
        this.known = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Position> eldest) {
                return size() > most;
            }
        };
    }

    /** What is known; before everything if nothing is. */
    synchronized Position of(Username user, StreamKey stream) {
        return known.getOrDefault(new Key(user, stream), Position.NONE);
    }

    /** Takes note of a position. @return what was known until now, if this is further */
    synchronized Optional<Position> advance(Username user, StreamKey stream, Position position) {
        Key key = new Key(user, stream);
        Position before = known.getOrDefault(key, Position.NONE);
        if (!position.isAfter(before)) {
            return Optional.empty();
        }
        known.remove(key);
        known.put(key, position);
        return Optional.of(before);
    }
}

package dev.confab.gateway.read;

import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Takes note of a position. @return whether it is further than what was known */
    synchronized boolean advance(Username user, StreamKey stream, Position position) {
        Key key = new Key(user, stream);
        boolean further = position.isAfter(known.getOrDefault(key, Position.NONE));
        if (further) {
            known.remove(key);
            known.put(key, position);
        }
        return further;
    }
}

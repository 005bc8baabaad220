package dev.confab.gateway.room;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ids of a room's last messages, so that a repeated send is answered with the first one's position and a repeated
 * record is void. Guarded by its {@link Room}.
 */
final class RecentIds {
    private static final int MAX = 512;

    private record Key(Username from, MessageId id) {}

    private final Map<Key, Sent> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Sent> eldest) {
            return size() > MAX;
        }
    };

    /** @return whether the id was not known, or was known at this very position */
    boolean add(Username from, MessageId id, Position position, Instant at) {
        Sent first = known.putIfAbsent(new Key(from, id), new Sent(position, at));
        return first == null || first.position().equals(position);
    }

    Optional<Sent> find(Username from, MessageId id) {
        return Optional.ofNullable(known.get(new Key(from, id)));
    }
}

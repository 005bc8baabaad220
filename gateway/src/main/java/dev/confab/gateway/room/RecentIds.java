package dev.confab.gateway.room;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The ids of a room's last messages, so that a repeated send is answered like the first one, also while that is under way
 * or has not been read back yet, and a repeated record is void. Guarded by its {@link Room}.
 */
final class RecentIds {
    private static final int MAX = 512;

    private record Key(Username from, MessageId id) {}

    private final Map<Key, Sent> known = bounded();
    private final Map<Key, Uni<Sent>> sends = Collections.synchronizedMap(bounded());

    /**
     * Notes a message that was read back. Where it stands is all that is kept of its sending.
     *
     * @return whether the id was not known, or was known at this very position
     */
    boolean add(Username from, MessageId id, Position position, Instant at) {
        Key key = new Key(from, id);
        Sent first = known.putIfAbsent(key, new Sent(position, at));
        sends.remove(key);
        return first == null || first.position().equals(position);
    }

    /** Whether the id is known from an earlier position than this. */
    boolean isRepeated(Username from, MessageId id, Position position) {
        Sent first = known.get(new Key(from, id));
        return first != null && position.isAfter(first.position());
    }

    /** Where the message with this id stands; sends it, if that was not done lately. A send that fails counts for nothing. */
    Uni<Sent> once(Username from, MessageId id, Supplier<Uni<Sent>> send) {
        Key key = new Key(from, id);
        Sent first = known.get(key);
        if (first != null) {
            return Uni.createFrom().item(first);
        }
        Uni<Sent> underWay = sends.get(key);
        if (underWay != null) {
            return underWay;
        }
        Uni<Sent> sent =
                send.get().onFailure().invoke(() -> sends.remove(key)).memoize().indefinitely();
        sends.put(key, sent);
        return sent;
    }

    private static <V> Map<Key, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
                return size() > MAX;
            }
        };
    }
}

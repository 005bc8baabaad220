package dev.confab.message.projection;

import dev.confab.protocol.StreamKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The short names of some streams. */
record StreamIds(Map<Integer, StreamKey> keys, Map<StreamKey, Integer> ids, Set<StreamKey> withRelations) {

    /** @param withRelations those in which there was ever content about a message */
    static StreamIds of(Map<Integer, StreamKey> keys, Set<StreamKey> withRelations) {
        return new StreamIds(
                keys,
                keys.keySet().stream().collect(Collectors.toMap(id -> key(keys, id), Function.identity())),
                withRelations);
    }

    int id(StreamKey stream) {
        return Objects.requireNonNull(ids.get(stream), stream::value);
    }

    StreamKey key(int id) {
        return key(keys, id);
    }

    boolean contains(StreamKey stream) {
        return ids.containsKey(stream);
    }

    /** The short names of those that are rooms. */
    List<Integer> rooms() {
        return ids.keySet().stream().filter(StreamKey::isRoom).map(this::id).toList();
    }

    private static StreamKey key(Map<Integer, StreamKey> keys, int id) {
        return Objects.requireNonNull(keys.get(id));
    }
}

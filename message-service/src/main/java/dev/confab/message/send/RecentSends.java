package dev.confab.message.send;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was sent lately, or is being sent right now, through this replica: a message that is sent twice is sent once. */
@ApplicationScoped
class RecentSends {
    private final Map<Key, Uni<Sent>> sends;

    /** By which a message is known to be the same one. */
    record Key(StreamKey stream, Username from, MessageId id) {}

    RecentSends(SendConfig config) {
        int most = config.recent();
        this.sends = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Uni<Sent>> eldest) {
                return size() > most;
            }
        };
    }

    /** The first sending's answer, or that of this one if it is the first. A sending that failed is forgotten. */
    synchronized Uni<Sent> once(Key key, Supplier<Uni<Sent>> send) {
        return sends.computeIfAbsent(
                key,
                first -> Uni.createFrom()
                        .deferred(send::get)
                        .onFailure()
                        .invoke(() -> forget(first))
                        .memoize()
                        .indefinitely());
    }

    /** An earlier sending, done or still under way. */
    synchronized Optional<Uni<Sent>> find(Key key) {
        return Optional.ofNullable(sends.get(key));
    }

    /** That sending does not count any more. */
    synchronized void forget(Key key, Uni<Sent> sending) {
        sends.remove(key, sending);
    }

    private synchronized void forget(Key key) {
        sends.remove(key);
    }
}

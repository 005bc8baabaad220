package dev.confab.gateway.room;

import dev.confab.protocol.Content;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * What was written last in conversations that concern nobody here, by name alone. Its author may come here from a gateway that
 * broke off, and write it again with the same id. Guarded by {@link Conversations}.
 */
final class PassedOver {
    private final int max;
    private final Queue<Written> all = new ArrayDeque<>();
    private final Map<StreamKey, Queue<Written>> byStream = new HashMap<>();
    private final Map<Integer, Position> last = new HashMap<>();

    record Written(StreamKey stream, Username from, MessageId id, Position position, Instant at) {}

    /** @param max most events that are remembered, of all conversations together */
    PassedOver(int max) {
        this.max = max;
    }

    void add(int partition, LoggedEvent logged) {
        last.put(partition, logged.position());
        if (logged.event() instanceof Content content && !content.isVoidByItself()) {
            add(new Written(content.stream(), content.from(), content.id(), logged.position(), logged.at()));
        }
    }

    private void add(Written written) {
        all.add(written);
        byStream.computeIfAbsent(written.stream(), stream -> new ArrayDeque<>()).add(written);
        if (all.size() > max) {
            StreamKey oldest = all.remove().stream();
            byStream.computeIfPresent(oldest, (stream, known) -> {
                known.remove();
                return known.isEmpty() ? null : known;
            });
        }
    }

    /** What is remembered of a conversation, in order. */
    Collection<Written> of(StreamKey stream) {
        Queue<Written> known = byStream.get(stream);
        return known == null ? List.of() : known;
    }

    /** The last event of the partition that concerned nobody. */
    Position last(int partition) {
        return last.getOrDefault(partition, Position.NONE);
    }

    void clear() {
        all.clear();
        byStream.clear();
        last.clear();
    }
}

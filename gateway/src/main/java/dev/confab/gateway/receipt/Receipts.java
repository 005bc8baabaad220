package dev.confab.gateway.receipt;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.presence.PresenceFollower;
import dev.confab.gateway.receipt.Writers.Writer;
import dev.confab.gateway.session.Sessions;
import dev.confab.protocol.Content;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells people here what became of what they wrote lately: that history has it, and who has read it. No row is kept for a
 * message: there is what everybody wrote last, how far the log is projected, and how far each has read. Thread-safe.
 */
@ApplicationScoped
public class Receipts {
    private final Sessions sessions;
    private final PresenceFollower presence;
    private final ReceiptsConfig config;
    private final Map<StreamKey, Writers> streams;
    /** By partition: the streams in which something may not be stored yet. */
    private final Map<Integer, Set<StreamKey>> unstored = new HashMap<>();

    private final Map<Integer, Position> progress = new HashMap<>();

    Receipts(Sessions sessions, PresenceFollower presence, ReceiptsConfig config) {
        this.sessions = sessions;
        this.presence = presence;
        this.config = config;
        this.streams = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<StreamKey, Writers> eldest) {
                return size() > config.streams();
            }
        };
    }

    /** Takes note of what was written, if that was done by somebody who is here; it may be in history before it is read here. */
    public void onContent(int partition, LoggedEvent logged, Fanout out) {
        if (logged.event() instanceof Content.Posted posted && sessions.isHere(posted.from())) {
            Position through = note(partition, posted, logged.position());
            if (!logged.position().isAfter(through)) {
                onStored(partition, through, out);
            }
        }
    }

    private synchronized Position note(int partition, Content.Posted posted, Position position) {
        streams.computeIfAbsent(posted.stream(), key -> new Writers())
                .onWritten(new Writer(posted.from(), posted.destination()), position);
        unstored.computeIfAbsent(partition, p -> new LinkedHashSet<>()).add(posted.stream());
        return progress.getOrDefault(partition, Position.NONE);
    }

    /** History has everything of the partition up to this position. */
    public void onStored(int partition, Position through, Fanout out) {
        tell(stored(partition, through), writer -> ServerFrame.Stored.of(writer.destination(), through), out);
    }

    private synchronized List<Writer> stored(int partition, Position through) {
        progress.merge(partition, through, (one, other) -> one.isAfter(other) ? one : other);
        List<Writer> told = new ArrayList<>();
        Set<StreamKey> waiting = unstored.getOrDefault(partition, new LinkedHashSet<>());
        waiting.removeIf(key -> {
            Writers writers = streams.get(key);
            if (writers != null) {
                told.addAll(writers.stored(through));
            }
            return writers == null || writers.isStored();
        });
        return told;
    }

    /**
     * Somebody has read the stream up to this position.
     *
     * @param before what they had read until now
     */
    public void onRead(Username reader, StreamKey stream, Position before, Position position, Fanout out) {
        if (stream.room().filter(this::isCrowd).isEmpty()) {
            tell(
                    readBy(reader, stream, before),
                    writer -> ServerFrame.Seen.of(writer.destination(), reader, position),
                    out);
        }
    }

    private synchronized List<Writer> readBy(Username reader, StreamKey stream, Position before) {
        Writers writers = streams.get(stream);
        return writers == null ? List.of() : writers.readBy(reader, before);
    }

    private boolean isCrowd(RoomName room) {
        return presence.count(room) > config.people();
    }

    private void tell(List<Writer> writers, Function<Writer, ServerFrame> news, Fanout out) {
        writers.forEach(writer -> sessions.tell(writer.user(), news.apply(writer), out));
    }
}

package dev.confab.gateway.stream;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.SessionId;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every open event stream of this gateway, by session. A stream ends with its session, and all end with the gateway. */
@ApplicationScoped
class Streams {
    private final Map<SessionId, Set<StreamReceiver>> bySession = new ConcurrentHashMap<>();
    private final EndedSessions endedSessions;

    Streams(EndedSessions endedSessions) {
        this.endedSessions = endedSessions;
    }

    void add(SessionId session, StreamReceiver stream) {
        bySession.compute(session, (id, streams) -> {
            Set<StreamReceiver> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            all.add(stream);
            return all;
        });
        if (endedSessions.contains(session)) {
            stream.close(CloseCode.SESSION_ENDED); // between its admission and now
        }
    }

    void remove(SessionId session, StreamReceiver stream) {
        bySession.computeIfPresent(session, (id, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    void onSessionEnded(@Observes SessionEnded ended) {
        bySession.getOrDefault(ended.session(), Set.of()).forEach(stream -> stream.close(CloseCode.SESSION_ENDED));
    }

    /** Readers come back, to another gateway, with the last position they have seen. */
    void onStop(@Observes ShutdownDelayInitiatedEvent stopping) {
        bySession.values().forEach(streams -> streams.forEach(stream -> stream.close(CloseCode.RESTART)));
    }
}

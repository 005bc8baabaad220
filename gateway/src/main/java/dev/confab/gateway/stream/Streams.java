package dev.confab.gateway.stream;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.gateway.stream.Readers.Reader;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.SessionEnded;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Predicate;

/** Every open event stream of this gateway. A stream ends with its session, and all end with the gateway. */
@ApplicationScoped
class Streams {
    private final Readers readers;
    private final EndedSessions endedSessions;

    Streams(StreamConfig config, EndedSessions endedSessions, MeterRegistry metrics) {
        this.readers = new Readers(config);
        this.endedSessions = endedSessions;
        metrics.gauge("confab.streams", readers, Readers::count);
    }

    /** @throws ConfabException {@code rate_limited} or {@code unavailable} if there are too many */
    void add(Reader reader) {
        readers.add(reader);
        if (endedSessions.contains(reader.session())) {
            reader.receiver().close(CloseCode.SESSION_ENDED); // between its admission and now
        }
    }

    void remove(Reader reader) {
        readers.remove(reader);
    }

    void onSessionEnded(@Observes SessionEnded ended) {
        close(CloseCode.SESSION_ENDED, reader -> reader.session().equals(ended.session()));
    }

    /** Readers come back, to another gateway, with the last position they have seen. */
    void onStop(@Observes ShutdownDelayInitiatedEvent stopping) {
        close(CloseCode.RESTART, reader -> true);
    }

    private void close(CloseCode why, Predicate<Reader> whose) {
        readers.matching(whose).forEach(reader -> reader.receiver().close(why));
    }
}

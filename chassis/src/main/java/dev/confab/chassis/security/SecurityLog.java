package dev.confab.chassis.security;

import dev.confab.chassis.client.ClientAddress;
import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBuckets;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Writes events in logfmt to the category {@code confab.security} and counts them in {@code confab.security.events}. A line
 * holds names, ids and addresses; never a secret, and nothing that anybody wrote.
 */
@ApplicationScoped
public class SecurityLog {
    private static final Logger LOG = Logger.getLogger("confab.security");

    private final Map<SecurityEvent, Counter> counts = new EnumMap<>(SecurityEvent.class);
    private final Counter unwritten;
    private final TokenBuckets<String> lines;

    SecurityLog(SecurityConfig config, MeterRegistry metrics) {
        // from the start, so that the first one of a kind is seen as an increase
        for (SecurityEvent event : SecurityEvent.values()) {
            counts.put(event, metrics.counter("confab.security.events", "event", event.wire()));
        }
        unwritten = metrics.counter("confab.security.unwritten");
        lines = new TokenBuckets<>(Rate.perMinute(config.linesPerMinute()), config.sources());
    }

    /** Begins a line. */
    public Entry of(SecurityEvent event) {
        return new Entry(event);
    }

    /** A line; nothing happens until {@link #log}. */
    public final class Entry {
        private final SecurityEvent event;
        private final Map<String, String> facts = new LinkedHashMap<>();

        private Entry(SecurityEvent event) {
            this.event = event;
        }

        /** Whom it happened to. */
        public Entry user(Username user) {
            return with("user", user.value());
        }

        /** Who did it, where that is another. */
        public Entry by(Username actor) {
            return with("by", actor.value());
        }

        public Entry session(SessionId session) {
            return with("session", session.value());
        }

        public Entry address(ClientAddress address) {
            return with("address", address.toString());
        }

        public Entry room(RoomName room) {
            return with("room", room.value());
        }

        /** @param reason one of a few words that the code knows, nothing that anybody wrote */
        public Entry reason(String reason) {
            return with("reason", reason);
        }

        public void log() {
            count().increment();
            if (lines.take(event + " " + source()).isEmpty()) {
                LOG.log(event.level(), Logfmt.line(event.wire(), facts));
            } else {
                unwritten.increment();
            }
        }

        private Entry with(String key, String value) {
            facts.put(key, value);
            return this;
        }

        private String source() {
            return facts.getOrDefault("address", facts.getOrDefault("by", facts.getOrDefault("user", "")));
        }

        private Counter count() {
            Counter counter = counts.get(event);
            if (counter == null) {
                throw new IllegalStateException("every event has a counter");
            }
            return counter;
        }
    }
}

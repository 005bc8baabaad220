package dev.confab.gateway.stream;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Who reads event streams at the moment, of whom there are so many at most: in all, of a user, and from an address. Thread-safe. */
final class Readers {
    /** When to come again who has as many streams as they may have. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Set<Reader> all = new HashSet<>();
    private final StreamConfig config;

    Readers(StreamConfig config) {
        this.config = config;
    }

    /** Somebody who reads a stream, and from where. */
    record Reader(Username user, SessionId session, String address, StreamReceiver receiver) {}

    /** @throws ConfabException {@code rate_limited} or {@code unavailable} if there are too many */
    synchronized void add(Reader reader) {
        if (all.size() >= config.max()) {
            throw ConfabException.unavailable("Another event stream");
        }
        requireFewer(config.perUser(), other -> other.user().equals(reader.user()));
        if (config.perAddress() > 0) {
            requireFewer(config.perAddress(), other -> other.address().equals(reader.address()));
        }
        all.add(reader);
    }

    synchronized void remove(Reader reader) {
        all.remove(reader);
    }

    synchronized int count() {
        return all.size();
    }

    synchronized List<Reader> matching(Predicate<Reader> which) {
        return all.stream().filter(which).toList();
    }

    private void requireFewer(int most, Predicate<Reader> which) {
        if (matching(which).size() >= most) {
            throw ConfabException.rateLimited(LATER);
        }
    }
}

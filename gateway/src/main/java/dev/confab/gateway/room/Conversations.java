package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The private conversations that concern somebody on this gateway, the last used ones. One that nobody here is in is forgotten
 * sooner or later: its clients come back to it with the position that they have seen. Thread-safe.
 */
@ApplicationScoped
public class Conversations {
    private final Map<StreamKey, PrivateConversation> conversations = new LinkedHashMap<>(16, 0.75f, true);
    private final PassedOver passedOver;

    private final RoomConfig config;
    private final MemoryBudget budget;
    private final PrivateConversation.Listeners listeners;
    private Reading reading = new Reading() {
        @Override
        public int partition(StreamKey stream) {
            return 0;
        }

        @Override
        public Position lastRead(StreamKey stream) {
            return Position.NONE;
        }
    };

    /** How far the log is read. */
    public interface Reading {
        int partition(StreamKey stream);

        Position lastRead(StreamKey stream);
    }

    Conversations(
            RoomConfig config, MemoryBudget budget, PrivateConversation.Listeners listeners, MeterRegistry metrics) {
        this.config = config;
        this.budget = budget;
        this.listeners = listeners;
        this.passedOver = new PassedOver(config.passedOver());
        metrics.gauge("confab.conversations", this, Conversations::count);
    }

    /** Does something with the stream of a conversation, which is not forgotten meanwhile. */
    public synchronized <T> T with(Conversation conversation, Function<PrivateConversation, T> use) {
        T used = use.apply(known(StreamKey.of(conversation)));
        forgetOldest();
        return used;
    }

    /** The log is going to be read from here on. */
    public synchronized void startReading(Reading from) {
        reading = from;
        passedOver.clear();
        conversations.values().forEach(Stream::abandon);
        conversations.clear();
    }

    /**
     * Applies an event, if it concerns anybody here.
     *
     * @return the stream, which has to be drained before the fan-out is dispatched
     */
    public Optional<Stream> onEvent(StreamKey key, LoggedEvent logged, Frame frame, Fanout out) {
        Optional<PrivateConversation> concerned = concerned(key, logged);
        concerned.ifPresent(conversation -> conversation.onEvent(logged, frame, out));
        return concerned.map(Stream.class::cast);
    }

    private synchronized Optional<PrivateConversation> concerned(StreamKey key, LoggedEvent logged) {
        if (!conversations.containsKey(key) && !listeners.areThere(key)) {
            passedOver.add(reading.partition(key), logged);
            return Optional.empty();
        }
        return Optional.of(known(key));
    }

    private PrivateConversation known(StreamKey key) {
        return conversations.computeIfAbsent(key, this::make);
    }

    private PrivateConversation make(StreamKey key) {
        PrivateConversation made = new PrivateConversation(key, floor(key), config, budget, listeners);
        passedOver.of(key).forEach(made::onWrittenBefore);
        return made;
    }

    /** Whatever comes after it will be applied. */
    private Position floor(StreamKey key) {
        return Stream.later(reading.lastRead(key), passedOver.last(reading.partition(key)));
    }

    private void forgetOldest() {
        if (conversations.size() > config.conversations()) {
            conversations.values().stream().filter(Stream::isUnused).findFirst().ifPresent(oldest -> {
                oldest.abandon();
                conversations.remove(oldest.key());
            });
        }
    }

    private synchronized int count() {
        return conversations.size();
    }
}

package dev.confab.gateway.session;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.room.PrivateConversation;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Every open connection of this gateway, by user. Thread-safe. */
@ApplicationScoped
public class Sessions implements PrivateConversation.Listeners {
    private static final Logger LOG = Logger.getLogger(Sessions.class);

    private final Map<Username, Set<ClientSession>> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    Sessions(MeterRegistry metrics) {
        metrics.gauge("confab.connections", this, Sessions::count);
    }

    public void add(ClientSession session) {
        byUser.compute(session.user(), (user, sessions) -> {
            Set<ClientSession> all = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
            count.addAndGet(all.add(session) ? 1 : 0);
            return all;
        });
    }

    public void remove(ClientSession session) {
        byUser.computeIfPresent(session.user(), (user, sessions) -> {
            count.addAndGet(sessions.remove(session) ? -1 : 0);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    public Collection<ClientSession> of(Username user) {
        return byUser.getOrDefault(user, Set.of());
    }

    /** Whether the user has a connection to this gateway. */
    public boolean isHere(Username user) {
        return byUser.containsKey(user);
    }

    public List<ClientSession> all() {
        return byUser.values().stream().flatMap(Set::stream).toList();
    }

    public int count() {
        return count.get();
    }

    @Override
    public boolean areThere(StreamKey conversation) {
        return people(conversation).anyMatch(byUser::containsKey);
    }

    @Override
    public void deliver(StreamKey conversation, List<Frame> events, Fanout out) {
        Frames frames = Frames.encode(events);
        people(conversation)
                .flatMap(user -> of(user).stream())
                .forEach(session -> out.add(session.receiver().loop(), frames.deferred(touched -> {
                    if (!session.isIn(conversation)) {
                        session.receiver().write(frames);
                        touched.add(session.receiver());
                    }
                })));
        frames.release();
    }

    /** Tells every connection of the user. */
    public void tell(Username user, ServerFrame news, Fanout out) {
        Frame frame = Frame.of(news);
        for (ClientSession session : of(user)) {
            Receiver receiver = session.receiver();
            out.add(receiver.loop(), touched -> {
                receiver.write(List.of(frame));
                touched.add(receiver);
            });
        }
    }

    private static Stream<Username> people(StreamKey conversation) {
        return conversation.conversation().stream().flatMap(two -> two.people().stream());
    }

    void onSessionEnded(@Observes SessionEnded ended) {
        for (ClientSession session : of(ended.user())) {
            if (session.session().equals(ended.session())) {
                LOG.infof("closing a socket, user=%s session=%s: %s", ended.user(), ended.session(), ended.reason());
                session.receiver().close(CloseCode.SESSION_ENDED);
            }
        }
    }
}

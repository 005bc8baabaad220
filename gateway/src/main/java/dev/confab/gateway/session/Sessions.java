package dev.confab.gateway.session;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.SessionEnded;
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
import org.jboss.logging.Logger;

/** Every open connection of this gateway, by user. Thread-safe. */
@ApplicationScoped
public class Sessions {
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

    public List<ClientSession> all() {
        return byUser.values().stream().flatMap(Set::stream).toList();
    }

    public int count() {
        return count.get();
    }

    /** Delivers a private message to every connection of both people. */
    public void deliver(RoomEvent.Direct direct, Frame frame, Fanout out) {
        deliver(direct.from(), frame, out);
        if (!direct.to().equals(direct.from())) {
            deliver(direct.to(), frame, out);
        }
    }

    /** Tells every connection of the user something of the moment. */
    public void tell(Username user, ServerFrame frame, Fanout out) {
        deliver(user, Frame.of(frame), out);
    }

    private void deliver(Username user, Frame frame, Fanout out) {
        for (ClientSession session : of(user)) {
            Receiver receiver = session.receiver();
            out.add(receiver.loop(), touched -> {
                receiver.write(List.of(frame), Receiver.Loss.CLOSE);
                touched.add(receiver);
            });
        }
    }

    void onSessionEnded(@Observes SessionEnded ended) {
        for (ClientSession session : of(ended.user())) {
            if (session.id().equals(ended.session())) {
                LOG.infof("closing a socket, user=%s session=%s: %s", ended.user(), ended.session(), ended.reason());
                session.receiver().close(CloseCode.SESSION_ENDED);
            }
        }
    }
}

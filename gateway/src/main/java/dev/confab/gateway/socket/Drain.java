package dev.confab.gateway.socket;

import dev.confab.gateway.operations.Gate;
import dev.confab.gateway.session.ClientSession;
import dev.confab.gateway.session.Sessions;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerFrame;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Goes down without anybody noticing: no new connections, clients are told when to come back elsewhere, spread over a
 * while, and each is closed at its time. All else works on meanwhile, since nothing is shut down before.
 */
@ApplicationScoped
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Gate gate;
    private final Sessions sessions;
    private final SocketConfig config;

    Drain(Gate gate, Sessions sessions, SocketConfig config) {
        this.gate = gate;
        this.sessions = sessions;
        this.config = config;
    }

    void onStop(@Observes ShutdownDelayInitiatedEvent stopping) throws InterruptedException {
        gate.close();
        var open = sessions.all();
        if (open.isEmpty()) {
            return;
        }
        Duration spread = spread(open.size(), config.drainRate(), config.drainAtMost());
        LOG.infof("draining %d connections over %s", open.size(), spread);
        CountDownLatch sent = new CountDownLatch(open.size());
        open.forEach(session -> sendAway(session, spread, sent));
        Duration limit = spread.plus(LAST_WORDS).plus(PATIENCE);
        if (!sent.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("%d connections did not go in time", sent.getCount());
        }
    }

    /** @param rate connections per second */
    static Duration spread(int connections, int rate, Duration atMost) {
        Duration even = Duration.ofSeconds(connections).dividedBy(rate);
        return even.compareTo(atMost) < 0 ? even : atMost;
    }

    private static void sendAway(ClientSession session, Duration spread, CountDownLatch sent) {
        long after = ThreadLocalRandom.current().nextLong(1 + spread.toMillis());
        session.tell(new ServerFrame.Moving(after));
        ScheduledFuture<?> _ = session.receiver()
                .loop()
                .schedule(
                        () -> {
                            session.receiver().close(CloseCode.RESTART);
                            sent.countDown();
                        },
                        after + LAST_WORDS.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}

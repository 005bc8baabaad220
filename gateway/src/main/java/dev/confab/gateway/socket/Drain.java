package dev.confab.gateway.socket;

import dev.confab.gateway.operations.Gate;
import dev.confab.gateway.session.ClientSession;
import dev.confab.gateway.session.Sessions;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerFrame;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Goes down without anybody noticing: no new connections, clients are told when to come back elsewhere, spread over a
 * while, and each is closed at its time.
 */
@ApplicationScoped
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    private final Gate gate;
    private final Sessions sessions;
    private final SocketConfig config;

    Drain(Gate gate, Sessions sessions, SocketConfig config) {
        this.gate = gate;
        this.sessions = sessions;
        this.config = config;
    }

    void onStop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        gate.close();
        var open = sessions.all();
        if (open.isEmpty()) {
            return;
        }
        LOG.infof("draining %d connections over %s", open.size(), config.drainSpread());
        CountDownLatch sent = new CountDownLatch(open.size());
        open.forEach(session -> sendAway(session, sent));
        if (!sent.await(config.drainSpread().plusSeconds(2).toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("%d connections did not go in time", sent.getCount());
        }
    }

    private void sendAway(ClientSession session, CountDownLatch sent) {
        long after =
                ThreadLocalRandom.current().nextLong(1 + config.drainSpread().toMillis());
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

package dev.confab.message.projection;

import dev.confab.protocol.ConfabException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Frees, in the background, what deleted rooms have left in the tables. Several replicas may do so at once. */
@ApplicationScoped
class SweepDeletedRooms {
    private static final Logger LOG = Logger.getLogger(SweepDeletedRooms.class);
    private static final Duration BREATH = Duration.ofMillis(20);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final SweepStore store;
    private final Thread thread = Thread.ofVirtual().name("sweep").unstarted(this::run);

    SweepDeletedRooms(SweepStore store) {
        this.store = store;
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(sweep() ? BREATH : INTERVAL);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("stopped sweeping");
        }
    }

    private boolean sweep() {
        try {
            return store.sweep().await().indefinitely();
        } catch (ConfabException unavailable) {
            return false;
        } catch (RuntimeException e) {
            LOG.warnf("can't sweep up after deleted rooms, trying again: %s", e);
            return false;
        }
    }
}

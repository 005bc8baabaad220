package dev.confab.gateway.socket;

import dev.confab.chassis.OneByOne;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds connections whose other end is gone: one timer for all, no timer each. */
@ApplicationScoped
class Heartbeats {
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

    private final Set<SocketReceiver> receivers = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final Duration every;

    Heartbeats(Vertx vertx, SocketConfig config) {
        this.vertx = vertx;
        this.every = config.pingAfter().compareTo(CHECK_EVERY) < 0 ? config.pingAfter() : CHECK_EVERY;
    }

    void add(SocketReceiver receiver) {
        receivers.add(receiver);
    }

    void remove(SocketReceiver receiver) {
        receivers.remove(receiver);
    }

    void onStart(@Observes StartupEvent started) {
        vertx.setPeriodic(every.toMillis(), timer -> {
            long now = System.nanoTime();
            OneByOne.handle("looking after connections", receivers, receiver -> receiver.check(now));
        });
    }
}

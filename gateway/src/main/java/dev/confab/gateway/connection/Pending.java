package dev.confab.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Bounds what all connections that speak HTTP hold together. Called on the event loops of the connections. */
@ApplicationScoped
class Pending {
    private final Share connections;
    private final Share bodies;

    Pending(ConnectionConfig config, MeterRegistry metrics) {
        Counter displaced = metrics.counter("confab.connections.displaced");
        this.connections = new Share(config.max(), displaced);
        this.bodies = new Share(config.bodies().asLongValue(), displaced);
        metrics.gauge("confab.connections.http", connections, Share::total);
        metrics.gauge("confab.connections.body.bytes", bodies, Share::total);
    }

    void onOpen(HttpConnection connection) {
        if (!connections.take(connection, 1)) {
            connection.refuse();
        }
    }

    /** It has ended, or is a WebSocket. */
    void onGone(HttpConnection connection) {
        connections.letGo(connection);
        bodies.letGo(connection);
    }

    void onBody(HttpConnection connection, int bytes) {
        if (!bodies.take(connection, bytes)) {
            connection.refuse();
        }
    }

    void onAnswered(HttpConnection connection) {
        bodies.letGo(connection);
    }
}

package dev.confab.gateway.operations;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Leaves out what Quarkus would measure of requests that are still under way. A WebSocket is one for as long as it is open,
 * and each would have two entries, of 250 bytes, in lists that are kept in order. How many connections there are says {@code
 * confab.connections}.
 */
final class LastingRequests {
    private static final Set<String> METERS =
            Set.of("http.server.active.connections", "http.server.websocket.connections");

    @Produces
    @Singleton
    MeterFilter leftOut() {
        return MeterFilter.deny(meter -> METERS.contains(meter.getName()));
    }
}

package dev.confab.gateway.socket;

import dev.confab.protocol.CloseCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts what slow and hostile clients bring about. */
@Startup
@ApplicationScoped
class SocketMetrics {
    private final Counter dropped;
    private final Map<CloseCode, Counter> closed = new EnumMap<>(CloseCode.class);

    SocketMetrics(MeterRegistry metrics) {
        this.dropped = metrics.counter("confab.sockets.dropped");
        for (CloseCode code : CloseCode.values()) {
            closed.put(code, metrics.counter("confab.sockets.closed", "code", Integer.toString(code.code())));
        }
    }

    /** News of the moment were not sent to a slow reader. */
    void onDropped() {
        dropped.increment();
    }

    void onClosing(CloseCode why) {
        Counter counter = closed.get(why);
        if (counter != null) {
            counter.increment();
        }
    }
}

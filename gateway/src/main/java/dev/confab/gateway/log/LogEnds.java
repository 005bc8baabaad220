package dev.confab.gateway.log;

import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Where the log ends, as far as Kafka can be asked. */
@ApplicationScoped
public class LogEnds {
    private static final Logger LOG = Logger.getLogger(LogEnds.class);

    private final LogScan scan;

    LogEnds(LogScan scan) {
        this.scan = scan;
    }

    /** The position behind the last one of the stream's partition; that before all of them if Kafka does not say. */
    public Uni<Position> of(StreamKey stream) {
        return scan.end(stream)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "can't tell where the log ends, stream=%s", stream))
                .onFailure()
                .recoverWithItem(Position.NONE);
    }
}

package dev.confab.gateway.command;

import dev.confab.gateway.log.LogEnds;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.protocol.ClientCommand.Join;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Judges whether the last position that a client has seen means anything here: it has to be of this log, and no later
 * than its end. With another one the client would miss whatever comes until then.
 */
@ApplicationScoped
public class ResumePoints {
    private final LogEpoch epoch;
    private final ReadPositions positions;
    private final LogEnds ends;

    ResumePoints(LogEpoch epoch, ReadPositions positions, LogEnds ends) {
        this.epoch = epoch;
        this.positions = positions;
        this.ends = ends;
    }

    Uni<Optional<Position>> of(Join command, StreamKey stream) {
        return of(stream, command.since(), command.epoch());
    }

    /**
     * Where to go on; absent for a client that has to start from history.
     *
     * @param seen the last position that the client has seen
     * @param log of which the client says that it is
     */
    public Uni<Optional<Position>> of(StreamKey stream, Optional<Position> seen, Optional<Epoch> log) {
        Optional<Position> since = seen.filter(position -> isThisLog(log));
        boolean ahead = since.filter(position -> position.isAfter(positions.lastRead(stream)))
                .isPresent();
        // this gateway may be behind the one that the client comes from
        return ahead
                ? ends.of(stream).map(end -> since.filter(end::isAfter))
                : Uni.createFrom().item(since);
    }

    private boolean isThisLog(Optional<Epoch> log) {
        return log.filter(known -> !known.equals(epoch.current())).isEmpty();
    }
}

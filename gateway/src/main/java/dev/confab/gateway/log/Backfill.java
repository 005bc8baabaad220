package dev.confab.gateway.log;

import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Position;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What happened in a stream while a client was away for longer than the ring remembers, page by page. */
@FunctionalInterface
public interface Backfill {
    /**
     * Whose gap it is.
     *
     * @param ticket with which they are in the room
     */
    record Gap(Username user, SessionId session, Target target, Optional<String> ticket) {
        public StreamKey stream() {
            return target.stream(user);
        }
    }

    /**
     * Some of what was missed, in order.
     *
     * @param through these are all events up to here, which is further than what was asked from
     */
    record Page(List<Frame> events, Position through) {}

    /**
     * The first events of the stream after {@code since}, none after {@code upTo}.
     *
     * @return absent if nobody has them all, or they may not be told to this user
     */
    Uni<Optional<Page>> page(Gap gap, Position since, Position upTo);
}

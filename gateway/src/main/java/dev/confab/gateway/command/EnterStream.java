package dev.confab.gateway.command;

import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.room.Arrival;
import dev.confab.gateway.room.Entry;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Streams;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.Position;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets a client that may be there into a stream at a cut in the log, and makes up for what it missed. */
@ApplicationScoped
class EnterStream {
    private final Streams streams;
    private final ReadPositions positions;
    private final CatchUp catchUp;

    EnterStream(Streams streams, ReadPositions positions, CatchUp catchUp) {
        this.streams = streams;
        this.positions = positions;
        this.catchUp = catchUp;
    }

    /**
     * Whatever was asked at the same time is in by now: the place is looked for again. To be called on the client's event
     * loop, so that the membership is noted before the answer to the join goes out and brings the first message.
     *
     * @param ticket that opens the room
     * @param admittedAt {@link Arrival#admittedAt}
     * @param answer to the join, sent before anything that happens in the stream after the cut
     * @return whether they are in; if not, what they were admitted for has ended meanwhile
     */
    boolean enter(
            ClientSession session,
            Target target,
            Optional<String> ticket,
            Position admittedAt,
            Optional<Position> since,
            Function<Entry, ServerFrame.Reply> answer) {
        StreamKey key = target.stream(session.user());
        session.requirePlaceFor(key);
        session.leave(key);
        Receiver receiver = session.receiver();
        Arrival arrival = new Arrival(receiver, session.user(), admittedAt, since);
        Optional<Membership> membership = streams.with(
                target,
                session.user(),
                stream -> stream.enter(arrival, positions.lastRead(key), entry -> {
                    receiver.write(List.of(Frame.of(answer.apply(entry))));
                    Gap gap = new Gap(session.user(), session.session(), target, ticket);
                    catchUp.fill(gap, since.orElse(entry.position()), entry);
                    receiver.flush();
                }));
        membership.ifPresent(entered -> session.onEntered(key, entered));
        return membership.isPresent();
    }
}

package dev.confab.gateway.command;

import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.presence.PresenceFollower;
import dev.confab.gateway.presence.RoomNews;
import dev.confab.gateway.room.Entry;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.ClientCommand.Join;
import dev.confab.protocol.Position;
import dev.confab.protocol.ServerFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Brings a client into a room: admits it, lets it in at a cut in the log, tells it who is there, and makes up for what it
 * missed.
 */
@ApplicationScoped
class JoinRoom {
    private final Admissions admissions;
    private final ResumePoints resumePoints;
    private final Rooms rooms;
    private final ReadPositions positions;
    private final PresenceFollower presence;
    private final CatchUp catchUp;
    private final LogEpoch epoch;

    JoinRoom(
            Admissions admissions,
            ResumePoints resumePoints,
            Rooms rooms,
            ReadPositions positions,
            PresenceFollower presence,
            CatchUp catchUp,
            LogEpoch epoch) {
        this.admissions = admissions;
        this.resumePoints = resumePoints;
        this.rooms = rooms;
        this.positions = positions;
        this.presence = presence;
        this.catchUp = catchUp;
        this.epoch = epoch;
    }

    /** Done when the client is in; the answer has been sent by then or is on its way. */
    Uni<Void> join(ClientSession session, Join command) {
        session.requirePlaceFor(command.room());
        return admissions
                .admit(session.user(), session.id(), command.room(), command.ticket(), command.password())
                .chain(admission -> resumePoints
                        .of(command, admission.room())
                        .emitOn(session.receiver().loop())
                        .invoke(since -> enter(session, command, admission, since)))
                .replaceWithVoid();
    }

    /**
     * Whatever was asked at the same time is in by now: the place is looked for again. Runs on the client's event loop, so
     * that the membership is noted before the answer to the join goes out and brings the first message.
     */
    private void enter(ClientSession session, Join command, Admission admission, Optional<Position> since) {
        session.requirePlaceFor(command.room());
        session.leave(admission.room());
        Room room = rooms.get(admission.room());
        Membership membership = room.enter(
                session.receiver(),
                session.user(),
                since,
                positions.of(admission.room()),
                entry -> onEntered(session, command, admission, since, entry));
        session.onEntered(admission.room(), membership);
    }

    /** Runs on the client's event loop before anything that happens in the room after the cut. */
    private void onEntered(
            ClientSession session, Join command, Admission admission, Optional<Position> since, Entry entry) {
        Receiver receiver = session.receiver();
        ServerFrame answer = answer(session, command, admission, since.isPresent(), entry);
        receiver.write(List.of(Frame.of(answer)), Receiver.Loss.CLOSE);
        Gap gap = new Gap(session.user(), session.id(), admission.room(), admission.ticket());
        catchUp.fill(gap, since.orElse(entry.position()), entry);
        receiver.flush();
    }

    private ServerFrame answer(ClientSession session, Join command, Admission admission, boolean resumed, Entry entry) {
        RoomNews.People people = presence.people(admission.room(), session.user());
        return new ServerFrame.JoinedRoom(
                command.ref(),
                admission.room(),
                admission.role(),
                admission.ticket(),
                entry.position(),
                epoch.current(),
                people.users(),
                people.online(),
                resumed);
    }
}

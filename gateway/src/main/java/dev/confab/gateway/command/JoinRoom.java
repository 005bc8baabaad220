package dev.confab.gateway.command;

import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.presence.PresenceFollower;
import dev.confab.gateway.presence.RoomNews;
import dev.confab.gateway.room.Entry;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.ClientCommand.Join;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Brings a client into a room: admits it, lets it in, and tells it who is there. */
@ApplicationScoped
class JoinRoom {
    private static final int ATTEMPTS = 3;

    private final Admissions admissions;
    private final ResumePoints resumePoints;
    private final EnterStream enterStream;
    private final PresenceFollower presence;
    private final LogEpoch epoch;

    JoinRoom(
            Admissions admissions,
            ResumePoints resumePoints,
            EnterStream enterStream,
            PresenceFollower presence,
            LogEpoch epoch) {
        this.admissions = admissions;
        this.resumePoints = resumePoints;
        this.enterStream = enterStream;
        this.presence = presence;
        this.epoch = epoch;
    }

    /** Done when the client is in; the answer has been sent by then or is on its way. */
    Uni<Void> join(ClientSession session, Join command, RoomName room) {
        session.requirePlaceFor(StreamKey.of(room));
        return join(session, command, room, ATTEMPTS);
    }

    /** Whoever was kicked, say, between having been admitted and entering is judged as if they came only now. */
    private Uni<Void> join(ClientSession session, Join command, RoomName room, int attempts) {
        if (attempts == 0) {
            return Uni.createFrom().failure(ConfabException.unavailable("The room"));
        }
        return admissions
                .admit(session.user(), session.session(), room, command.ticket(), command.password())
                .chain(admission -> resumePoints
                        .of(command, StreamKey.of(admission.room()))
                        .emitOn(session.receiver().loop())
                        .map(since -> enter(session, command, admission, since)))
                .chain(in -> in ? Uni.createFrom().voidItem() : join(session, command, room, attempts - 1));
    }

    private boolean enter(ClientSession session, Join command, Admission admission, Optional<Position> since) {
        return enterStream.enter(
                session,
                new Target.Room(admission.room()),
                Optional.of(admission.ticket()),
                admission.asOf(),
                since,
                entry -> answer(session, command, admission, since.isPresent(), entry));
    }

    private ServerFrame.Reply answer(
            ClientSession session, Join command, Admission admission, boolean resumed, Entry entry) {
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

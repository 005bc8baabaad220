package dev.confab.gateway.command;

import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.log.RoomLog;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Sent;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.ServerFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps a message in its room's log. No database is asked: that the user may write here was judged when they joined, and
 * every fence since has put them out.
 */
@ApplicationScoped
class SendMessage {
    private final RoomLog log;
    private final ReadPositions positions;

    SendMessage(RoomLog log, ReadPositions positions) {
        this.log = log;
        this.positions = positions;
    }

    Uni<ServerFrame> send(ClientSession session, ClientCommand.Send command) {
        Membership membership = session.require(command.room());
        Room room = membership.room();
        return room.sendOnce(session.user(), command.id(), () -> append(session, membership, command))
                .map(sent -> new ServerFrame.Sent(command.ref(), command.id(), sent.position(), sent.at()))
                // it comes from the log's reader, which has better things to do
                .chain(answer -> Uni.createFrom()
                        .<ServerFrame>item(answer)
                        .emitOn(session.receiver().loop()));
    }

    private Uni<Sent> append(ClientSession session, Membership membership, ClientCommand.Send command) {
        session.requireSend();
        Room room = membership.room();
        Position judgedAt = room.judge(membership, positions.of(room.name()));
        RoomEvent message = new RoomEvent.Message(room.name(), command.id(), session.user(), command.text());
        return log.append(message, judgedAt).map(kept -> new Sent(kept.position(), kept.at()));
    }
}

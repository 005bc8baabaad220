package dev.confab.gateway.command;

import dev.confab.gateway.log.RoomLog;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Sent;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.ServerFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps a message in its room's log. No database is asked: that the user may write here was judged when they joined, and
 * every fence since has put them out.
 */
@ApplicationScoped
class SendMessage {
    private final RoomLog log;

    SendMessage(RoomLog log) {
        this.log = log;
    }

    Uni<ServerFrame> send(ClientSession session, ClientCommand.Send command) {
        Membership membership = session.require(command.room());
        Optional<Sent> first = membership.room().find(session.user(), command.id());
        if (first.isPresent()) {
            return Uni.createFrom().item(answer(command, first.get()));
        }
        session.requireSend();
        RoomEvent message =
                new RoomEvent.Message(membership.room().name(), command.id(), session.user(), command.text());
        return log.append(message).map(kept -> answer(command, new Sent(kept.position(), kept.at())));
    }

    private static ServerFrame answer(ClientCommand.Send command, Sent sent) {
        return new ServerFrame.Sent(command.ref(), command.id(), sent.position(), sent.at());
    }
}

package dev.confab.gateway.command;

import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.log.RoomLog;
import dev.confab.gateway.session.ClientSession;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a private message in the log of the two people's conversation. */
@ApplicationScoped
class SendDirect {
    private final Accounts accounts;
    private final RoomLog log;

    SendDirect(Accounts accounts, RoomLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    /** Takes effect as soon as the log is asked. */
    Uni<Effect<ServerFrame>> send(ClientSession session, ClientCommand.SendDirect command) {
        session.requireSend();
        return accounts.require(command.to())
                .map(to -> new Effect<>(append(message(session.user(), to.user(), command), command)));
    }

    private Uni<ServerFrame> append(RoomEvent message, ClientCommand.SendDirect command) {
        return log.append(message)
                .map(kept -> new ServerFrame.Sent(command.ref(), command.id(), kept.position(), kept.at()));
    }

    private static RoomEvent message(Username from, Username to, ClientCommand.SendDirect command) {
        return new RoomEvent.Direct(Conversation.between(from, to), command.id(), from, to, command.text());
    }
}

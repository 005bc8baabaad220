package dev.confab.gateway.command;

import dev.confab.gateway.session.ClientSession;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.Content;
import dev.confab.protocol.ServerFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a message to everybody in a room, or to one person. */
@ApplicationScoped
class SendMessage {
    private final AppendContent appendContent;

    SendMessage(AppendContent appendContent) {
        this.appendContent = appendContent;
    }

    Uni<Effect<ServerFrame>> send(ClientSession session, ClientCommand.Send command) {
        return appendContent
                .append(
                        session,
                        command.target(),
                        command.id(),
                        to -> new Content.Posted(to, command.id(), session.user(), command.text()))
                .map(effect -> new Effect<>(effect.answer()
                        .map(sent -> new ServerFrame.Sent(command.ref(), command.id(), sent.position(), sent.at()))
                        // it comes from the log's reader, which has better things to do
                        .chain(answer -> Uni.createFrom()
                                .<ServerFrame>item(answer)
                                .emitOn(session.receiver().loop()))));
    }
}

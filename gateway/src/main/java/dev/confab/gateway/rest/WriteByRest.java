package dev.confab.gateway.rest;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.AppendContent;
import dev.confab.gateway.command.FindContent;
import dev.confab.gateway.room.Sent;
import dev.confab.gateway.session.Author;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ContentCommand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has what a request asks for written, as a command over the WebSocket would. */
@ApplicationScoped
class WriteByRest {
    private final AdmitCallers admitCallers;
    private final FindContent findContent;
    private final AppendContent appendContent;
    private final CurrentUser user;

    WriteByRest(AdmitCallers admitCallers, FindContent findContent, AppendContent appendContent, CurrentUser user) {
        this.admitCallers = admitCallers;
        this.findContent = findContent;
        this.appendContent = appendContent;
        this.user = user;
    }

    /** With an id that the gateway has just made. */
    Uni<Sent> write(Optional<String> ticket, ContentCommand command) {
        return admitCallers.admit(user, command.target(), ticket).chain(author -> append(author, command));
    }

    /** With an id of the client's own, which it may have sent long ago. */
    Uni<Sent> writeOnce(Optional<String> ticket, ContentCommand command) {
        return admitCallers
                .admit(user, command.target(), ticket)
                .chain(author -> findContent
                        .sent(author, command.target(), command.id())
                        .chain(first -> first.map(sent -> Uni.createFrom().item(sent))
                                .orElseGet(() -> append(author, command))));
    }

    private Uni<Sent> append(Author author, ContentCommand command) {
        return appendContent.append(author, command).chain(Effect::answer);
    }
}

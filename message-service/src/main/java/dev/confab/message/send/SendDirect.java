package dev.confab.message.send;

import dev.confab.message.access.Accounts;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes to one other person, whether they are there or not. */
@ApplicationScoped
class SendDirect {
    private final SendRate rate;
    private final Accounts accounts;
    private final AppendOnce appendOnce;

    SendDirect(SendRate rate, Accounts accounts, AppendOnce appendOnce) {
        this.rate = rate;
        this.accounts = accounts;
        this.appendOnce = appendOnce;
    }

    Uni<Sent> send(Username from, Username recipient, NewMessage message) {
        rate.take(from);
        return accounts.require(recipient)
                .map(account -> new RoomEvent.Direct(
                        Conversation.between(from, account.user()), message.id(), from, account.user(), message.text()))
                .chain(event -> appendOnce.append(event, from));
    }
}

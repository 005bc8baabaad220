package dev.confab.message.direct;

import dev.confab.message.access.Accounts;
import dev.confab.message.direct.DirectStore.Known;
import dev.confab.message.history.MessagePage;
import dev.confab.message.history.PageRequest;
import dev.confab.message.history.ReadHistory;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads what two people said to one another. It stays readable when the other one's account is disabled. */
@ApplicationScoped
class ReadConversation {
    private final ReadHistory readHistory;
    private final DirectStore store;
    private final Accounts accounts;

    ReadConversation(ReadHistory readHistory, DirectStore store, Accounts accounts) {
        this.readHistory = readHistory;
        this.store = store;
        this.accounts = accounts;
    }

    Uni<MessagePage<DirectMessage>> read(Username user, Username other, PageRequest page) {
        Uni<Optional<Known>> known = Uni.createFrom()
                .deferred(() -> store.find(user, other))
                .memoize()
                .indefinitely();
        return readHistory
                .read(
                        StreamKey.of(Conversation.between(user, other)),
                        known.map(found -> found.map(Known::stream)),
                        page)
                .chain(excerpt -> known.chain(found -> name(found, other))
                        .map(name -> MessagePage.of(excerpt, stored -> DirectMessage.of(user, name, stored))));
    }

    /** The other one's name as it was registered. */
    private Uni<Username> name(Optional<Known> known, Username other) {
        return known.map(found -> Uni.createFrom().item(found.other()))
                .orElseGet(() -> accounts.require(other).map(account -> account.user()));
    }
}

package dev.confab.message.direct;

import dev.confab.message.access.Accounts;
import dev.confab.message.direct.DirectStore.Known;
import dev.confab.message.history.Naming;
import dev.confab.message.history.OpenStream;
import dev.confab.protocol.Account;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds what two people said to one another. It stays readable when the other one's account is disabled. */
@ApplicationScoped
class OpenConversation {
    private final DirectStore store;
    private final Accounts accounts;

    OpenConversation(DirectStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** Fails as not found if they never wrote to one another and there is nobody of that name. */
    Uni<OpenStream> between(Username user, Username other) {
        return store.find(user, other)
                .chain(known -> name(known, other)
                        .map(name -> new OpenStream(
                                known.map(Known::stream), new Naming.OfTwo(user, name), Optional.empty())));
    }

    /** The other one's name as it was registered. */
    private Uni<Username> name(Optional<Known> known, Username other) {
        return known.map(found -> Uni.createFrom().item(found.other()))
                .orElseGet(() -> accounts.require(other).map(Account::user));
    }
}

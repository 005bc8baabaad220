package dev.confab.gateway.command;

import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.presence.PresencePublisher;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the room, or the other one, know that somebody is typing, now and then. */
@ApplicationScoped
class SignalTyping {
    private final Accounts accounts;
    private final PresencePublisher presence;

    SignalTyping(Accounts accounts, PresencePublisher presence) {
        this.accounts = accounts;
        this.presence = presence;
    }

    /** Fails with {@code not_found} if there is nobody of that name. */
    Uni<Void> signal(ClientSession session, Target target) {
        session.inSince(target);
        return switch (target) {
            case Target.Room(var room) -> {
                if (session.mayType()) {
                    presence.typing(room, session.user());
                }
                yield Uni.createFrom().voidItem();
            }
            case Target.Person(var name) ->
                accounts.require(name)
                        .invoke(other -> {
                            if (session.mayType()) {
                                presence.typing(other.user(), session.user());
                            }
                        })
                        .replaceWithVoid();
        };
    }
}

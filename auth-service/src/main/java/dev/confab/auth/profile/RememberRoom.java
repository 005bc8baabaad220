package dev.confab.auth.profile;

import dev.confab.auth.account.AccountStore;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes the room that the user is to find himself in next time. Whether it exists then is seen then. */
@ApplicationScoped
class RememberRoom {
    private final Database database;
    private final AccountStore accounts;

    RememberRoom(Database database, AccountStore accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    Uni<Void> remember(Username user, RoomName room) {
        return database.transaction(() ->
                accounts.require(user).invoke(account -> account.remember(room)).replaceWithVoid());
    }
}

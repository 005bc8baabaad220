package dev.confab.auth.profile;

import dev.confab.auth.account.AccountStore;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Gives a user a picture, or takes it away. */
@ApplicationScoped
class ChangeAvatar {
    private final Database database;
    private final AccountStore accounts;
    private final AvatarStore avatars;

    ChangeAvatar(Database database, AccountStore accounts, AvatarStore avatars) {
        this.database = database;
        this.accounts = accounts;
        this.avatars = avatars;
    }

    Uni<Profile> put(Username user, Picture picture) {
        return change(user, picture.hash(), () -> avatars.put(new AvatarRow(user, picture)));
    }

    Uni<Profile> remove(Username user) {
        return change(user, "", () -> avatars.remove(user));
    }

    private Uni<Profile> change(Username user, String hash, Supplier<Uni<Void>> store) {
        return database.transaction(() -> accounts.require(user)
                .call(store::get)
                .invoke(account -> account.picture(hash))
                .call(accounts::publish)
                .map(Profile::of));
    }
}

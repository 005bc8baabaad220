package dev.confab.auth.profile;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.account.Likeness;
import dev.confab.auth.account.ReservedNames;
import dev.confab.auth.people.PeopleStore;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Changes what a user tells of himself. */
@ApplicationScoped
class ChangeProfile {
    private final Database database;
    private final AccountStore accounts;
    private final PeopleStore people;

    ChangeProfile(Database database, AccountStore accounts, PeopleStore people) {
        this.database = database;
        this.accounts = accounts;
        this.people = people;
    }

    /** What is absent stays as it is. Nobody may be called as another account is, nor register as somebody is called. */
    Uni<Profile> change(Username user, Optional<String> displayName, Optional<String> bio) {
        Optional<String> newName = displayName.map(ProfileText::displayName);
        Optional<String> newBio = bio.map(ProfileText::bio);
        return database.transaction(() -> requireOwn(user, newName)
                .chain(() -> accounts.require(user))
                .invoke(account -> newName.ifPresent(account::call))
                .invoke(account -> newBio.ifPresent(account::describe))
                .call(account -> newName.map(name -> becomeKnown(account, name))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(Profile::of));
    }

    private Uni<Void> becomeKnown(AccountRow account, String displayName) {
        return accounts.publish(account).chain(() -> people.call(account.username(), displayName));
    }

    private Uni<Void> requireOwn(Username user, Optional<String> displayName) {
        return displayName
                .flatMap(Likeness::of)
                .filter(like -> !like.equals(user))
                .map(like -> {
                    if (ReservedNames.contains(like)) {
                        throw ofAnother();
                    }
                    return accounts.lock(like)
                            .invoke(found -> found.ifPresent(another -> {
                                throw ofAnother();
                            }))
                            .replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static ConfabException ofAnother() {
        return new ConfabException(
                ErrorCode.INVALID, "This is another user's name. Choose another display name.", "displayName");
    }
}

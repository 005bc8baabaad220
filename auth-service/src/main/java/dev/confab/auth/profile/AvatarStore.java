package dev.confab.auth.profile;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Pictures in the database. Every method needs a running transaction, or session where it only reads. */
@ApplicationScoped
class AvatarStore {

    Uni<Void> put(AvatarRow avatar) {
        return Database.session().chain(session -> session.merge(avatar)).replaceWithVoid();
    }

    Uni<Void> remove(Username user) {
        return Database.session()
                .chain(session -> session.createMutationQuery("delete from AvatarRow where usernameKey = :user")
                        .setParameter("user", user.key())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Optional<AvatarRow>> find(Username user) {
        return Database.session()
                .chain(session -> session.find(AvatarRow.class, user.key()))
                .map(Optional::ofNullable);
    }
}

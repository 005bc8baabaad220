package dev.confab.auth.password;

import dev.confab.outbox.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The SQL of the decoy. Passwords themselves are read by Elytron's principal query in application.properties. */
@ApplicationScoped
class DecoyStore {
    private final Database database;

    DecoyStore(Database database) {
        this.database = database;
    }

    void keepAtStart(String hash) {
        database.atStart(() -> keep(hash));
    }

    private Uni<Void> keep(String hash) {
        return database.transaction(() -> Database.session()
                .chain(session -> session.createNativeQuery("replace into decoy (id, password_hash) values (1, :hash)")
                        .setParameter("hash", hash)
                        .executeUpdate())
                .replaceWithVoid());
    }
}

package dev.confab.auth.key;

import dev.confab.outbox.database.Database;
import dev.confab.outbox.database.DatabaseFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** The SQL of keys. */
@ApplicationScoped
class KeyStore {
    private final Database database;
    private final SealedKeys sealed;

    KeyStore(Database database, SealedKeys sealed) {
        this.database = database;
        this.sealed = sealed;
    }

    void atStart(Supplier<Uni<Void>> work) {
        database.atStart(work);
    }

    Uni<KeyRing> load() {
        return database.read(() -> Database.session()
                        .chain(session -> session.createSelectionQuery("from TokenKeyRow", TokenKeyRow.class)
                                .getResultList()))
                .map(rows -> new KeyRing(
                        rows.stream().map(row -> sealed.open(row).key()).toList()));
    }

    /** Seals those that stand in the clear, or are sealed with the secret of before. */
    Uni<Void> sealStale() {
        return database.transaction(() -> Database.session()
                .chain(session -> session.createSelectionQuery("from TokenKeyRow", TokenKeyRow.class)
                        .getResultList())
                .invoke(rows -> rows.forEach(this::sealIfStale))
                .replaceWithVoid());
    }

    private void sealIfStale(TokenKeyRow row) {
        SealedKeys.Opened opened = sealed.open(row);
        if (opened.stale()) {
            row.jwk = sealed.seal(opened.key());
        }
    }

    /** Keeps the key, unless another replica has made this generation already. */
    Uni<Void> offer(TokenKey key) {
        return database.transaction(() ->
                        Database.session().chain(session -> session.persist(new TokenKeyRow(key, sealed.seal(key)))))
                .onFailure(DatabaseFailure::isDuplicate)
                .recoverWithNull();
    }

    Uni<Void> deleteBefore(int generation) {
        return database.transaction(() -> Database.session()
                .chain(session -> session.createMutationQuery("delete from TokenKeyRow where generation < :oldest")
                        .setParameter("oldest", generation)
                        .executeUpdate())
                .replaceWithVoid());
    }
}

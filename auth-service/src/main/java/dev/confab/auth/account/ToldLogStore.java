package dev.confab.auth.account;

import dev.confab.outbox.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The logs that know all accounts. */
@ApplicationScoped
class ToldLogStore {

    Uni<Boolean> contains(String epoch) {
        return Database.session()
                .chain(session -> session.createNativeQuery(
                                "select epoch from told_log where epoch = :epoch", String.class)
                        .setParameter("epoch", epoch)
                        .getSingleResultOrNull())
                .map(found -> found != null);
    }

    Uni<Void> add(String epoch) {
        return Database.session()
                .chain(session -> session.createNativeQuery("insert ignore into told_log (epoch) values (:epoch)")
                        .setParameter("epoch", epoch)
                        .executeUpdate())
                .replaceWithVoid();
    }
}

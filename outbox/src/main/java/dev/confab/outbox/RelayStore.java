package dev.confab.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The outbox's SQL. Every method needs a running transaction. */
@ApplicationScoped
class RelayStore {

    /** Waits for the lease and holds it until the transaction ends. */
    Uni<Void> takeLease() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from outbox_lease where id = 1 for update", Integer.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<List<OutboxEntry>> oldest(int limit) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from OutboxEntry order by id", OutboxEntry.class)
                        .setMaxResults(limit)
                        .getResultList());
    }

    Uni<Void> delete(List<OutboxEntry> entries) {
        List<Long> ids = entries.stream().map(entry -> entry.id).toList();
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("delete from OutboxEntry where id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate())
                .replaceWithVoid();
    }
}

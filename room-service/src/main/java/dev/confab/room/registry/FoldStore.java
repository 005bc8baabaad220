package dev.confab.room.registry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The SQL of {@link FoldNames}. Needs a running transaction. */
@ApplicationScoped
class FoldStore {

    /** Whether there was one. */
    Uni<Boolean> foldNext() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select * from room where folded is null order by id limit 1 for update", Room.class)
                        .getSingleResultOrNull())
                .chain(room ->
                        room == null ? Uni.createFrom().item(false) : fold(room).replaceWith(true));
    }

    private static Uni<Void> fold(Room room) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select count(*) from Room where look = :look", Long.class)
                        .setParameter("look", Look.of(room.name()))
                        .getSingleResult())
                .invoke(alike -> room.fold(alike == 0))
                .replaceWithVoid();
    }
}

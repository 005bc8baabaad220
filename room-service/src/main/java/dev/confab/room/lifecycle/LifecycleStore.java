package dev.confab.room.lifecycle;

import dev.confab.protocol.Username;
import dev.confab.room.registry.Moderator;
import dev.confab.room.registry.Room;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The SQL of creating rooms. Every method needs an open session. */
@ApplicationScoped
class LifecycleStore {

    Uni<Long> countOwnedBy(Username owner) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select count(*) from Room where ownerKey = :owner", Long.class)
                        .setParameter("owner", owner.key())
                        .getSingleResult());
    }

    Uni<List<Moderator>> moderators(Room room) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from Moderator where roomId = :room", Moderator.class)
                        .setParameter("room", room.id())
                        .getResultList());
    }
}

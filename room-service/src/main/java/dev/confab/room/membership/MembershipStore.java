package dev.confab.room.membership;

import dev.confab.room.registry.Room;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The SQL of memberships that no other feature needs. */
@ApplicationScoped
class MembershipStore {

    Uni<Long> countModerators(Room room) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select count(*) from Moderator where roomId = :room", Long.class)
                        .setParameter("room", room.id())
                        .getSingleResult());
    }
}

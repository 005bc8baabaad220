package dev.confab.room.ban;

import dev.confab.room.registry.Ban;
import dev.confab.room.registry.Room;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The SQL of bans. Every method needs an open session. */
@ApplicationScoped
class BanStore {

    /** Bans that stand, by username. */
    Uni<List<Ban>> standing(Room room, Instant now, String afterUser, int limit) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("""
                                from Ban where roomId = :room and userKey > :after
                                and endedAt is null and (expiresAt is null or expiresAt > :now)
                                order by userKey""", Ban.class)
                        .setParameter("room", room.id())
                        .setParameter("after", afterUser)
                        .setParameter("now", now)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** All that are kept, ended ones included. */
    Uni<Long> count(Room room) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select count(*) from Ban where roomId = :room", Long.class)
                        .setParameter("room", room.id())
                        .getSingleResult());
    }
}

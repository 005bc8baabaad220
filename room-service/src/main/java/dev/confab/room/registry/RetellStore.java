package dev.confab.room.registry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of {@link RetellRooms}. Every method needs an open session, all but {@link #next} a transaction. */
@ApplicationScoped
class RetellStore {

    /** Rooms that were told of before epochs were noted are of the present log. */
    Uni<Void> adopt(String epoch) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "update Room set logEpoch = :epoch where logEpoch is null and lastPosition is not null")
                        .setParameter("epoch", epoch)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A room whose positions are of another log. */
    Uni<Optional<Long>> next(String epoch) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select id from Room where logEpoch <> :epoch", Long.class)
                        .setParameter("epoch", epoch)
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The room, held until the transaction ends; absent if it is gone or another replica was faster. */
    Uni<Optional<Room>> lock(Long id, String epoch) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select * from room where id = :id and epoch <> :epoch for update", Room.class)
                        .setParameter("id", id)
                        .setParameter("epoch", epoch)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Forgets all positions; and what only mattered for events and tickets of the other log. */
    Uni<Void> forgetPositions(Room room, String epoch) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "update Room set logEpoch = :epoch, createdPosition = null,"
                                        + " lastPosition = null where id = :room")
                        .setParameter("epoch", epoch)
                        .setParameter("room", room.id())
                        .executeUpdate())
                .chain(() -> ofRoom("delete from Departure where roomId = :room", room))
                .chain(() -> ofRoom("delete from Ban where roomId = :room and endedAt is not null", room))
                .chain(() -> ofRoom("update Ban set fromPosition = null where roomId = :room", room))
                .chain(() -> ofRoom("delete from Appointment where roomId = :room and dismissedId is not null", room))
                .chain(() -> ofRoom("update Appointment set fromPosition = null where roomId = :room", room))
                .chain(() -> ofRoom(
                        "update Member set joinedPosition = -1 where roomId = :room and joinedPosition is not null",
                        room));
    }

    private static Uni<Void> ofRoom(String change, Room room) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(change)
                        .setParameter("room", room.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<Ban>> standingBans(Room room, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from Ban where roomId = :room and (expiresAt is null or expiresAt > :now) order by id",
                                Ban.class)
                        .setParameter("room", room.id())
                        .setParameter("now", now)
                        .getResultList());
    }

    /** Of those who are moderators. */
    Uni<List<Appointment>> standingAppointments(Room room) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select a from Appointment a join Moderator m"
                                        + " on m.roomId = a.roomId and m.userKey = a.userKey"
                                        + " where a.roomId = :room order by a.id",
                                Appointment.class)
                        .setParameter("room", room.id())
                        .getResultList());
    }
}

package dev.confab.room.state;

import dev.confab.protocol.Decision;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The SQL that records positions. Every method needs a running transaction. */
@ApplicationScoped
class PositionStore {
    private static final String OF_USER =
            " = :position where userKey = :user and roomId = (select id from Room where nameKey = :room) and ";

    /** @param epoch of the log */
    Uni<Void> record(RecordPositions.Placed placed, String epoch) {
        Position at = placed.position();
        return touch(placed.decision().room(), at, epoch).chain(() -> switch (placed.decision()) {
            case Decision.RoomChanged changed -> ofRoom(changed, at);
            case Decision.Joined joined -> ofUser("Member set joinedPosition", "joinedId", joined.user(), joined, at);
            case Decision.Left left -> ofUser("Departure set leftPosition", "eventId", left.user(), left, at);
            case Decision.Kicked kicked -> ofUser("Departure set leftPosition", "eventId", kicked.user(), kicked, at);
            case Decision.Banned banned -> ofUser("Ban set fromPosition", "bannedId", banned.user(), banned, at);
            case Decision.Unbanned unbanned ->
                ofUser("Ban set toPosition", "unbannedId", unbanned.user(), unbanned, at);
            case Decision.RoleChanged changed
            when changed.role() == Role.MODERATOR ->
                ofUser("Appointment set fromPosition", "appointedId", changed.user(), changed, at);
            case Decision.RoleChanged changed ->
                ofUser("Appointment set toPosition", "dismissedId", changed.user(), changed, at);
        });
    }

    /** A room of another log keeps its epoch, until it is told of anew. */
    private static Uni<Void> touch(RoomName room, Position position, String epoch) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "update Room set lastPosition = :position, logEpoch = coalesce(logEpoch, :epoch) where nameKey = :room")
                        .setParameter("epoch", epoch)
                        .setParameter("position", position.value())
                        .setParameter("room", room.key())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> ofRoom(Decision.RoomChanged event, Position position) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "update Room set createdPosition = :position where nameKey = :room and createdId = :id")
                        .setParameter("position", position.value())
                        .setParameter("room", event.room().key())
                        .setParameter("id", event.id().toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> ofUser(String update, String idColumn, Username user, Decision event, Position position) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("update " + update + OF_USER + idColumn + " = :id")
                        .setParameter("position", position.value())
                        .setParameter("user", user.key())
                        .setParameter("room", event.room().key())
                        .setParameter("id", event.id().toString())
                        .executeUpdate())
                .replaceWithVoid();
    }
}

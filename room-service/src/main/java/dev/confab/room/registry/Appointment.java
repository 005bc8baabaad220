package dev.confab.room.registry;

import dev.confab.protocol.Decision;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoleInterval;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of one time that somebody was moderator: what readers of the log judge by. Who is one now, {@link Moderator} tells. */
@Entity
@Table(name = "appointment")
public class Appointment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "room_id", nullable = false, updatable = false)
    Long roomId;

    @Column(name = "user_key", nullable = false, updatable = false)
    String userKey;

    @Column(name = "username", nullable = false, updatable = false)
    String username;

    @Column(name = "appointed_by", nullable = false, updatable = false)
    String by;

    @Column(name = "appointed_id", nullable = false, updatable = false)
    String appointedId;

    @Column(name = "from_position", insertable = false, updatable = false)
    @Nullable
    Long fromPosition;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "dismissed_id")
    @Nullable
    String dismissedId;

    @Column(name = "to_position", insertable = false, updatable = false)
    @Nullable
    Long toPosition;

    Appointment() {}

    Appointment(Room room, Username user, Username by, MessageId appointed) {
        this.roomId = room.id();
        this.userKey = user.key();
        this.username = user.value();
        this.by = by.value();
        this.appointedId = appointed.toString();
    }

    public Username user() {
        return new Username(username);
    }

    /** The event that told of it. */
    RoomEvent told(Room room) {
        return new Decision.RoleChanged(
                room.name(), MessageId.of(appointedId), user(), Role.MODERATOR, new Username(by));
    }

    /** As readers of the log see it, once its beginning is in the log. */
    public Optional<RoleInterval> interval() {
        return Optional.ofNullable(fromPosition)
                .map(from -> new RoleInterval(
                        user(),
                        Role.MODERATOR,
                        new Position(from),
                        Optional.ofNullable(toPosition).map(Position::new)));
    }
}

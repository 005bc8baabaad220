package dev.confab.room.registry;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the last time that a user was kicked or left. */
@Entity
@Table(name = "departure")
public class Departure {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "room_id", nullable = false, updatable = false)
    Long roomId;

    @Column(name = "user_key", nullable = false, updatable = false)
    String userKey;

    @Column(name = "departed_at", nullable = false, updatable = false)
    Instant departedAt;

    @Column(name = "event_id", nullable = false, updatable = false)
    String eventId;

    @Column(name = "left_position", insertable = false, updatable = false)
    @Nullable
    Long leftPosition;

    Departure() {}

    Departure(Room room, Username user, Instant departedAt, MessageId event) {
        this.roomId = room.id();
        this.userKey = user.key();
        this.departedAt = departedAt;
        this.eventId = event.toString();
    }

    /** Whether nobody knows its position yet. */
    boolean isPending() {
        return leftPosition == null;
    }

    public String userKey() {
        return userKey;
    }

    /** Fails while it is pending. */
    public Position position() {
        return new Position(Objects.requireNonNull(leftPosition));
    }
}

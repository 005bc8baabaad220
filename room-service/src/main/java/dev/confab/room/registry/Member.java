package dev.confab.room.registry;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a member. */
@Entity
@Table(name = "member")
public class Member {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "room_id", nullable = false, updatable = false)
    Long roomId;

    @Column(name = "user_key", nullable = false, updatable = false)
    String userKey;

    @Column(name = "username", nullable = false, updatable = false)
    String username;

    @Column(name = "joined_at", nullable = false, updatable = false)
    Instant joinedAt;

    @Column(name = "joined_id", nullable = false, updatable = false)
    String joinedId;

    @Column(name = "joined_position", insertable = false, updatable = false)
    @Nullable
    Long joinedPosition;

    Member() {}

    Member(Room room, Username user, Instant joinedAt, MessageId joined) {
        this.roomId = room.id();
        this.userKey = user.key();
        this.username = user.value();
        this.joinedAt = joinedAt;
        this.joinedId = joined.toString();
    }

    public Username user() {
        return new Username(username);
    }

    /** Whether the log does not tell of the membership yet. */
    boolean isPending() {
        return joinedPosition == null;
    }
}

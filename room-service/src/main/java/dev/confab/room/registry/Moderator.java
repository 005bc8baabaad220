package dev.confab.room.registry;

import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of a moderator. */
@Entity
@Table(name = "moderator")
public class Moderator {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "room_id", nullable = false, updatable = false)
    Long roomId;

    @Column(name = "user_key", nullable = false, updatable = false)
    String userKey;

    @Column(name = "username", nullable = false, updatable = false)
    String username;

    Moderator() {}

    public Moderator(Room room, Username user) {
        this.roomId = room.id();
        this.userKey = user.key();
        this.username = user.value();
    }

    public Username user() {
        return new Username(username);
    }
}

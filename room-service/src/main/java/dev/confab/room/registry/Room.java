package dev.confab.room.registry;

import dev.confab.protocol.Decision;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a room. */
@Entity
@Table(name = "room")
public class Room {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "name_key", nullable = false, updatable = false)
    String nameKey;

    @Column(name = "name", nullable = false, updatable = false)
    String name;

    @Column(name = "folded")
    @Nullable
    String folded;

    @Column(name = "look")
    @Nullable
    String look;

    @Column(name = "owner", nullable = false)
    String owner;

    @Column(name = "owner_key", nullable = false)
    String ownerKey;

    @Column(name = "topic", nullable = false)
    String topic;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "member_count", nullable = false)
    int memberCount;

    @Column(name = "created_id", nullable = false, updatable = false)
    String createdId;

    @Column(name = "created_position", insertable = false, updatable = false)
    @Nullable
    Long createdPosition;

    @Column(name = "last_position", insertable = false, updatable = false)
    @Nullable
    Long lastPosition;

    @Column(name = "epoch", insertable = false, updatable = false)
    @Nullable
    String logEpoch;

    Room() {}

    public Room(RoomName name, Username owner, String topic, Optional<String> passwordHash, MessageId created) {
        this.nameKey = name.key();
        this.name = name.value();
        this.folded = folded(name);
        this.look = Look.of(name);
        this.owner = owner.value();
        this.ownerKey = owner.key();
        this.topic = topic;
        this.passwordHash = passwordHash.orElse(null);
        this.createdId = created.toString();
    }

    public Long id() {
        return id;
    }

    public RoomName name() {
        return RoomName.kept(name, nameKey);
    }

    /** @param isAlone whether no other room has its look */
    void fold(boolean isAlone) {
        folded = folded(name());
        look = isAlone ? Look.of(name()) : null;
    }

    /** What fits of it, which is all of the names that are made now. */
    private static String folded(RoomName name) {
        return name.folded()
                .codePoints()
                .limit(RoomName.MAX_KEY_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public Username owner() {
        return new Username(owner);
    }

    public boolean isOwnedBy(Username user) {
        return !name().isMain() && ownerKey.equals(user.key());
    }

    public String topic() {
        return topic;
    }

    public void changeTopic(String next) {
        topic = next;
    }

    /** The bcrypt hash of the room's password, absent if it has none. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public void changePassword(Optional<String> nextHash) {
        passwordHash = nextHash.orElse(null);
    }

    public boolean hasPassword() {
        return passwordHash != null;
    }

    public int memberCount() {
        return memberCount;
    }

    void count(int change) {
        memberCount += change;
    }

    /** Of its creation, once that is in the log. */
    public Optional<Position> createdAt() {
        return Optional.ofNullable(createdPosition).map(Position::new);
    }

    /** Of the last event of the room that the relay has appended. */
    public Position lastPosition() {
        return lastPosition == null ? Position.NONE : new Position(lastPosition);
    }

    /** Which log the positions are of, once there are any. */
    public Optional<Epoch> epoch() {
        return Optional.ofNullable(logEpoch).map(Epoch::new);
    }

    /** The event that told of the room's creation, as it would be told now. */
    RoomEvent creation() {
        return told(Decision.RoomChanged.Change.CREATED, MessageId.of(createdId));
    }

    /** The event that tells what the room is like now. */
    public RoomEvent told(Decision.RoomChanged.Change change, MessageId id) {
        return new Decision.RoomChanged(name(), id, change, owner(), topic, hasPassword());
    }
}

package dev.confab.room.registry;

import dev.confab.protocol.BanInterval;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
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

/** A row of a ban. It ends when it is lifted or replaced, or by itself when its time has come. */
@Entity
@Table(name = "ban")
public class Ban {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "room_id", nullable = false, updatable = false)
    Long roomId;

    @Column(name = "user_key", nullable = false, updatable = false)
    String userKey;

    @Column(name = "username", nullable = false, updatable = false)
    String username;

    @Column(name = "banned_by", nullable = false, updatable = false)
    String by;

    @Column(name = "reason", nullable = false, updatable = false)
    String reason;

    @Column(name = "banned_at", nullable = false, updatable = false)
    Instant bannedAt;

    @Column(name = "expires_at", updatable = false)
    @Nullable
    Instant expiresAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "banned_id", nullable = false, updatable = false)
    String bannedId;

    @Column(name = "from_position", insertable = false, updatable = false)
    @Nullable
    Long fromPosition;

    @Column(name = "unbanned_id")
    @Nullable
    String unbannedId;

    @Column(name = "to_position", insertable = false, updatable = false)
    @Nullable
    Long toPosition;

    Ban() {}

    public Ban(
            Room room,
            Username user,
            Username by,
            String reason,
            Instant bannedAt,
            Optional<Instant> until,
            MessageId banned) {
        this.roomId = room.id();
        this.userKey = user.key();
        this.username = user.value();
        this.by = by.value();
        this.reason = reason;
        this.bannedAt = bannedAt;
        this.expiresAt = until.orElse(null);
        this.bannedId = banned.toString();
    }

    public Username user() {
        return new Username(username);
    }

    public Username by() {
        return new Username(by);
    }

    public String reason() {
        return reason;
    }

    public Instant bannedAt() {
        return bannedAt;
    }

    /** When it ends by itself, absent if never. */
    public Optional<Instant> until() {
        return Optional.ofNullable(expiresAt);
    }

    public boolean stands(Instant now) {
        return endedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Ends it by an {@code unbanned} event of that id. */
    public void lift(Instant now, MessageId unbanned) {
        endedAt = now;
        unbannedId = unbanned.toString();
    }

    /** The event that told of it. */
    RoomEvent told(Room room) {
        return new Decision.Banned(room.name(), MessageId.of(bannedId), user(), by(), reason, until());
    }

    /** Whether nobody knows the position of its beginning or of its end yet. */
    boolean isPending() {
        return fromPosition == null || (unbannedId != null && toPosition == null);
    }

    /** As readers of the log see it, once its beginning is in the log. */
    public Optional<BanInterval> interval() {
        return Optional.ofNullable(fromPosition)
                .map(from -> new BanInterval(
                        user(),
                        new Position(from),
                        Optional.ofNullable(toPosition).map(Position::new),
                        until()));
    }

    /** What the banned hear. */
    public ConfabException refusal() {
        String end = until().map(time -> " until " + time).orElse("");
        String why = reason().isEmpty() ? "." : ": " + reason();
        return new ConfabException(ErrorCode.BANNED, "You are banned from this room" + end + why);
    }
}

package dev.confab.auth.session;

import dev.confab.chassis.client.Device;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A session. What is changed within a transaction is kept when it commits. */
@Entity
@Table(name = "user_session")
class SessionRow {
    @Id
    String id;

    @Column(name = "username_key")
    String usernameKey;

    @Column(name = "rotation_key")
    String rotationKey;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "previous_hash")
    String previousHash;

    @Column
    int rotations;

    @Column(name = "rotated_at")
    Instant rotatedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "user_agent")
    String userAgent;

    @Column
    String address;

    SessionRow() {}

    SessionRow(SessionId id, Username user, RefreshChain chain, Device device, Instant now) {
        this.id = id.value();
        this.usernameKey = user.key();
        this.createdAt = now;
        this.userAgent = device.userAgent();
        this.address = device.address().toString();
        keep(chain);
    }

    SessionId sessionId() {
        return new SessionId(id);
    }

    /** In the form of the key. */
    Username user() {
        return new Username(usernameKey);
    }

    boolean belongsTo(Username user) {
        return usernameKey.equals(user.key());
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    RefreshChain chain() {
        return new RefreshChain(rotationKey, tokenHash, previousHash, rotations, rotatedAt);
    }

    final void keep(RefreshChain chain) {
        rotationKey = chain.key();
        tokenHash = chain.currentHash();
        previousHash = chain.previousHash();
        rotations = chain.rotations();
        rotatedAt = chain.rotatedAt();
    }

    /** It ends when it is not seen again for a lifetime, and in any case at the longest one. */
    void seen(Instant now, Duration lifetime, Duration longest) {
        lastSeenAt = now;
        Instant idle = now.plus(lifetime);
        Instant last = createdAt.plus(longest);
        expiresAt = idle.isBefore(last) ? idle : last;
    }
}

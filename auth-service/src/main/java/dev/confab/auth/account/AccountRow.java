package dev.confab.auth.account;

import dev.confab.protocol.Account;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account. What is changed within a transaction is kept when it commits. */
@Entity
@Table(name = "account")
public class AccountRow {
    @Id
    @Column(name = "username_key")
    String key;

    @Column(name = "username")
    String name;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "display_name")
    String displayName;

    /** The key of the username that the display name looks like, empty if none; null if an older version has made the row. */
    @Column
    @Nullable
    String likeness;

    @Column
    String bio;

    @Column
    String avatar;

    @Column(name = "last_room")
    String lastRoom;

    @Column
    boolean disabled;

    @Column(name = "created_at")
    Instant createdAt;

    AccountRow() {}

    public AccountRow(Username username, String passwordHash, Instant createdAt) {
        this.key = username.key();
        this.name = username.value();
        this.passwordHash = passwordHash;
        this.displayName = "";
        this.likeness = "";
        this.bio = "";
        this.avatar = "";
        this.lastRoom = RoomName.MAIN.value();
        this.createdAt = createdAt;
    }

    /** As it was registered. */
    public Username username() {
        return new Username(name);
    }

    public String displayName() {
        return displayName;
    }

    public String bio() {
        return bio;
    }

    /** Names the picture; empty if there is none. */
    public String avatar() {
        return avatar;
    }

    /** The room to come back to. */
    public RoomName lastRoom() {
        return new RoomName(lastRoom);
    }

    public boolean isDisabled() {
        return disabled;
    }

    /** Nobody can sign in to it, or write to its user. */
    public void disable() {
        disabled = true;
    }

    public void enable() {
        disabled = false;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public void changePassword(String hash) {
        passwordHash = hash;
    }

    public void call(String newDisplayName) {
        displayName = newDisplayName;
        findLikeness();
    }

    void findLikeness() {
        likeness = Likeness.of(displayName).map(Username::key).orElse("");
    }

    public void describe(String newBio) {
        bio = newBio;
    }

    public void picture(String newAvatar) {
        avatar = newAvatar;
    }

    public void remember(RoomName room) {
        lastRoom = room.value();
    }

    /** What everybody may know, as the topic has it. */
    public Account published() {
        return new Account(username(), displayName, avatar, disabled);
    }
}

package dev.confab.auth.profile;

import dev.confab.protocol.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "avatar")
class AvatarRow {
    @Id
    @Column(name = "username_key")
    String usernameKey;

    @Column
    String hash;

    @Column(name = "media_type")
    String mediaType;

    @Column
    byte[] content;

    AvatarRow() {}

    AvatarRow(Username user, Picture picture) {
        usernameKey = user.key();
        hash = picture.hash();
        mediaType = picture.mediaType();
        content = picture.content();
    }
}

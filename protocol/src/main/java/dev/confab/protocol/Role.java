package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody may do in a room, least first. */
public enum Role {
    @JsonProperty("member")
    MEMBER,
    @JsonProperty("moderator")
    MODERATOR,
    @JsonProperty("owner")
    OWNER;

    /** Moderators and owners kick and ban members; only owners act on moderators; nobody acts on an owner. */
    public boolean mayModerate(Role target) {
        return this != MEMBER && compareTo(target) > 0;
    }
}

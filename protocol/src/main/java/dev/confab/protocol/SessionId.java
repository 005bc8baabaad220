package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One sign-in of one account on one device: the {@code sid} claim of its access tokens. */
public record SessionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {
        Limits.require(value, "session", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}

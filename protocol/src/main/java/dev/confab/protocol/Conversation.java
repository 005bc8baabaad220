package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The private conversation of two people, whoever writes first.
 *
 * @param value {@code <a>/<b>}: the two usernames in lower case, in order; may be the same one twice (a note to oneself)
 */
public record Conversation(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Conversation {
        Limits.require(value, "conversation", 2 * Username.MAX_LENGTH + 1);
        if (value.indexOf('/') < 1) {
            throw new ConfabException(ErrorCode.INVALID, "A conversation is named by its two users.", "conversation");
        }
    }

    public static Conversation between(Username one, Username other) {
        String a = one.key();
        String b = other.key();
        return new Conversation(a.compareTo(b) <= 0 ? a + "/" + b : b + "/" + a);
    }

    /** Whether the user is one of the two. */
    public boolean includes(Username user) {
        int slash = value.indexOf('/');
        return value.substring(0, slash).equals(user.key())
                || value.substring(slash + 1).equals(user.key());
    }

    @Override
    public String toString() {
        return value;
    }
}

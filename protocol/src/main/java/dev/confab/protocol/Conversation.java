package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;

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

    /** The two, or the one who makes notes, by the keys of their names. */
    public Set<Username> people() {
        int slash = value.indexOf('/');
        Set<Username> people = new LinkedHashSet<>();
        people.add(new Username(value.substring(0, slash)));
        people.add(new Username(value.substring(slash + 1)));
        return people;
    }

    @Override
    public String toString() {
        return value;
    }
}

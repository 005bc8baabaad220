package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an account: 1 to 50 of ASCII letters, digits, {@code _}, {@code .} and {@code -}. The case it was
 * registered with is kept, but two names that differ in case alone are the same name, and equal here.
 *
 * @param value the name as it was written
 *     Anything else is refused with {@link ErrorCode#INVALID} or {@link ErrorCode#TOO_LONG}.
 */
public record Username(@JsonValue String value) {
    public static final int MAX_LENGTH = 50;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Username {
        Limits.require(value, "username", MAX_LENGTH);
        if (!ALLOWED.matcher(value).matches()) {
            throw new ConfabException(
                    ErrorCode.INVALID, "A username is made of letters, digits, '_', '.' and '-' only.", "username");
        }
    }

    /** The form in which names are compared, stored uniquely and used as keys of records. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Username that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

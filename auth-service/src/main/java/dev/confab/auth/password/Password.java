package dev.confab.auth.password;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A password: at most 72 UTF-8 bytes, which is all that bcrypt looks at, without NUL, which bcrypt pads with. Any other
 * character counts as it is: nothing is trimmed or normalized.
 */
public record Password(String value) {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_BYTES = 72;

    /** A password that somebody wants to have from now on: 8 characters at least. */
    public static Password chosen(@Nullable String value, String field) {
        Password password = given(value, field);
        if (password.byteLength() > MAX_BYTES) {
            throw new ConfabException(
                    ErrorCode.TOO_LONG, "A password has at most " + MAX_BYTES + " bytes (UTF-8).", field);
        }
        if (!password.isPossible()) {
            throw new ConfabException(ErrorCode.INVALID, "The password has a character that can't be used.", field);
        }
        if (password.value().codePointCount(0, password.value().length()) < MIN_LENGTH) {
            throw new ConfabException(
                    ErrorCode.INVALID, "A password has at least " + MIN_LENGTH + " characters.", field);
        }
        return password;
    }

    /** What somebody says to be the password. */
    public static Password given(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw new ConfabException(ErrorCode.INVALID, "The password is missing or empty.", field);
        }
        return new Password(value);
    }

    /** Whether it is anybody's. Those that are not must never reach bcrypt, to which they may look like another one. */
    boolean isPossible() {
        return byteLength() <= MAX_BYTES && value.codePoints().noneMatch(Password::isForbidden);
    }

    private int byteLength() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}

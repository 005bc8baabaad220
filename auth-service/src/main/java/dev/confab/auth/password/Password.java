package dev.confab.auth.password;

import dev.confab.chassis.hashing.PasswordStrength;
import dev.confab.chassis.password.BcryptInput;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A password: what {@link BcryptInput bcrypt takes as it is}. Each character counts: nothing is trimmed or normalized.
 */
public record Password(String value) {
    public static final int MIN_LENGTH = PasswordStrength.MIN_LENGTH;

    /** A password that somebody wants to have from now on: 8 characters at least. {@link HashPassword} judges its strength. */
    public static Password chosen(@Nullable String value, String field) {
        Password password = given(value, field);
        BcryptInput.require(password.value(), field);
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
        return BcryptInput.isExact(value);
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}

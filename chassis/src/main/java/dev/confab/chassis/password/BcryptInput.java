package dev.confab.chassis.password;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;

/**
 * What bcrypt takes as it is. It looks at 72 bytes and no more, pads with NUL, so that {@code a\0a} opens what {@code a}
 * closed, and a lone surrogate becomes a question mark on the way to it. Anything of this kind must never reach it.
 */
public final class BcryptInput {
    /** Of UTF-8. */
    public static final int MAX_BYTES = 72;

    private BcryptInput() {}

    /** Whether bcrypt tells the text from every other. */
    public static boolean isExact(String text) {
        return fits(text) && text.codePoints().noneMatch(BcryptInput::isChanged);
    }

    /** Fails with {@link ErrorCode#TOO_LONG} or {@link ErrorCode#INVALID} unless it {@link #isExact}. */
    public static void require(String password, String field) {
        if (!fits(password)) {
            throw new ConfabException(
                    ErrorCode.TOO_LONG, "A password has at most " + MAX_BYTES + " bytes (UTF-8).", field);
        }
        if (!isExact(password)) {
            throw new ConfabException(ErrorCode.INVALID, "The password has a character that can't be used.", field);
        }
    }

    private static boolean fits(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    private static boolean isChanged(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}

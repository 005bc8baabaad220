package dev.confab.auth.profile;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;

/** The bounds of what users write about themselves, in characters (code points) after trimming. Both may be empty. */
final class ProfileText {
    static final int MAX_DISPLAY_NAME = 50;
    static final int MAX_BIO = 500;

    private ProfileText() {}

    /** One line, without control characters. */
    static String displayName(String written) {
        return require(written.strip(), "displayName", MAX_DISPLAY_NAME, "");
    }

    /** May have several lines. */
    static String bio(String written) {
        return require(written.strip(), "bio", MAX_BIO, "\n\r\t");
    }

    private static String require(String text, String field, int maxLength, String allowedControls) {
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw new ConfabException(
                    ErrorCode.TOO_LONG, "The " + field + " has more than " + maxLength + " characters.", field);
        }
        if (text.codePoints().anyMatch(c -> isForbidden(c) && allowedControls.indexOf(c) < 0)) {
            throw new ConfabException(
                    ErrorCode.INVALID, "The " + field + " has a character that is not allowed.", field);
        }
        return text;
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}

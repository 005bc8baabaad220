package dev.confab.protocol;

import org.jspecify.annotations.Nullable;

/** The one check of presence and length, counted in code points so that an emoji is one character. */
final class Limits {
    private Limits() {}

    static void require(@Nullable String value, String field, int maxLength) {
        if (value == null || value.isEmpty()) {
            throw new ConfabException(ErrorCode.INVALID, "The " + field + " is missing or empty.", field);
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw new ConfabException(
                    ErrorCode.TOO_LONG, "The " + field + " has more than " + maxLength + " characters.", field);
        }
    }
}

package dev.confab.protocol;

import org.jspecify.annotations.Nullable;

/** The one check that a member of a record is there. */
final class Required {
    private Required() {}

    /** @throws ConfabException {@link ErrorCode#INVALID} if it is not */
    static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw missing(field);
        }
    }

    static ConfabException missing(String field) {
        return new ConfabException(ErrorCode.INVALID, "'" + field + "' is missing.", field);
    }
}

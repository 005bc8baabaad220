package dev.confab.room;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;

/** Free text of one line that people give: a topic, a reason. Any Unicode but control characters. */
public final class Line {
    public static final int MAX_TOPIC = 250;
    public static final int MAX_REASON = 200;

    private Line() {}

    /** The text, trimmed, if it has at most so many characters (code points). */
    public static String of(String field, String text, int maxLength) {
        String line = text.strip();
        if (line.codePointCount(0, line.length()) > maxLength) {
            throw new ConfabException(
                    ErrorCode.TOO_LONG, "The " + field + " has more than " + maxLength + " characters.", field);
        }
        if (line.codePoints().anyMatch(Line::isForbidden)) {
            throw new ConfabException(ErrorCode.INVALID, "The " + field + " has no control characters.", field);
        }
        return line;
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}

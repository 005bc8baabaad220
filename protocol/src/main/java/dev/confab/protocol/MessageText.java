package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What somebody wrote: up to 4,000 characters (code points) after trimming, any well-formed Unicode, never interpreted. Only
 * of a message with files it may be empty.
 *
 * @param value the text, trimmed: without empty lines before it and white space behind it. The first line's indentation stays
 *     Anything else is refused with {@link ErrorCode#INVALID} or {@link ErrorCode#TOO_LONG}.
 */
public record MessageText(@JsonValue String value) {
    public static final int MAX_LENGTH = 4_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageText {
        value = value == null ? "" : withoutEmptyLines(value.stripTrailing());
        if (!value.isEmpty()) {
            Limits.require(value, "text", MAX_LENGTH);
        }
        if (value.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new ConfabException(ErrorCode.INVALID, "The text is not well-formed Unicode.", "text");
        }
    }

    /** Of a message that is nothing but its files. */
    public static final MessageText NONE = new MessageText("");

    /** @throws ConfabException {@link ErrorCode#INVALID} if it is empty */
    MessageText requireSome() {
        Limits.require(value, "text", MAX_LENGTH);
        return this;
    }

    /**
     * The text of a message that is written now; what was written before stays readable.
     *
     * @throws ConfabException {@link ErrorCode#INVALID} if there is nothing to see in it
     */
    public MessageText requireVisible() {
        if (!isVisible()) {
            throw new ConfabException(ErrorCode.INVALID, "The text is missing or empty.", "text");
        }
        return this;
    }

    boolean isVisible() {
        return Visible.isIn(value);
    }

    private static String withoutEmptyLines(String text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return text.substring(text.lastIndexOf('\n', first) + 1);
    }

    @Override
    public String toString() {
        return "MessageText[" + value.length() + " chars]";
    }
}

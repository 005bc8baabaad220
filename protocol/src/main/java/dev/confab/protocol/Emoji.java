package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One emoji: a single grapheme (UAX 29) that Unicode shows as a picture (UTS 51), such as a face, a flag, a keycap, a hand with
 * a skin tone or a family joined of several people.
 *
 * @param value at most {@value #MAX_LENGTH} UTF-16 units
 *     Anything else is refused with {@link ErrorCode#INVALID}.
 */
public record Emoji(@JsonValue String value) {
    /** The longest that Unicode recommends has 15. */
    public static final int MAX_LENGTH = 32;

    private static final int AS_PICTURE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final Pattern ONE_GRAPHEME = Pattern.compile("\\X");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Emoji(@Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_LENGTH || !isPicture(value)) {
            throw new ConfabException(ErrorCode.INVALID, "This is not one emoji.", "emoji");
        }
        this.value = value;
    }

    private static boolean isPicture(String value) {
        int first = value.codePointAt(0);
        return ONE_GRAPHEME.matcher(value).matches()
                && Character.isEmoji(first)
                && (isRegional(first) ? value.codePointCount(0, value.length()) == 2 : isShownAsOne(first, value));
    }

    private static boolean isShownAsOne(int first, String value) {
        return Character.isEmojiPresentation(first)
                || value.codePoints().anyMatch(c -> c == AS_PICTURE || c == KEYCAP || Character.isEmojiModifier(c));
    }

    private static boolean isRegional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    @Override
    public String toString() {
        return value;
    }
}

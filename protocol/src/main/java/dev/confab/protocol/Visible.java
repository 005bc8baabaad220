package dev.confab.protocol;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What people see of a text. The page has the same rules in {@code names.ts}, so they are made of what both the JDK and
 * browsers know: general categories, and the short list of characters that Unicode calls default-ignorable (of those that
 * are assigned; DerivedCoreProperties.txt), which hardly ever changes.
 */
public final class Visible {
    /** First and last of each range that is not of the category format. */
    private static final int[][] DEFAULT_IGNORABLE = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xE0100, 0xE01EF},
    };

    /** Symbols without ink: the empty pattern of Braille, the null notehead. */
    private static final int BRAILLE_BLANK = 0x2800;

    private static final int NULL_NOTEHEAD = 0x1D159;

    /** Of case, form and what is left out, so that each has been applied to what the others make. */
    private static final int MAX_ROUNDS = 8;

    private Visible() {}

    /** Whether there is something to see in the text. */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(c -> !isIgnored(c) && !isSpace(c) && !Character.isISOControl(c));
    }

    /**
     * The same for all texts that differ only in case (by full case folding), in compatibility form (NFKC), in characters
     * that can't be seen, or in the kind and number of spaces. Empty if nothing {@link #isIn} it; folded again it stays as it
     * is.
     */
    public static String fold(String text) {
        String folded = round(text);
        for (int i = 0; i < MAX_ROUNDS; i++) {
            String again = round(folded);
            if (again.equals(folded)) {
                return folded;
            }
            folded = again;
        }
        throw new ConfabException(ErrorCode.INVALID, "The text can't be compared with others.");
    }

    private static String round(String text) {
        String seen = nfkc(text)
                .codePoints()
                .filter(c -> !isIgnored(c))
                .mapToObj(c -> isSpace(c) || Character.isISOControl(c) ? " " : foldCase(Character.toString(c)))
                .collect(Collectors.joining());
        return nfkc(seen).replaceAll(" +", " ").strip();
    }

    /** Character by character, so that a sigma at the end of a word is one like the others. */
    private static String foldCase(String character) {
        return character
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .mapToObj(c -> Character.toString(c).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Leaves no mark of its own: joiners, directions, tags, variation selectors, fillers. */
    private static boolean isIgnored(int codePoint) {
        return (Character.getType(codePoint) == Character.FORMAT && !isPrepended(codePoint))
                || isDefaultIgnorable(codePoint);
    }

    private static boolean isDefaultIgnorable(int codePoint) {
        for (int[] range : DEFAULT_IGNORABLE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** Formats that are drawn, as signs over the digits after them (Prepended_Concatenation_Mark). */
    private static boolean isPrepended(int codePoint) {
        return (codePoint >= 0x0600 && codePoint <= 0x0605)
                || codePoint == 0x06DD
                || codePoint == 0x070F
                || (codePoint >= 0x0890 && codePoint <= 0x0891)
                || codePoint == 0x08E2
                || codePoint == 0x110BD
                || codePoint == 0x110CD;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == BRAILLE_BLANK
                || codePoint == NULL_NOTEHEAD;
    }
}

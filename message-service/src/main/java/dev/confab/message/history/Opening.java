package dev.confab.message.history;

import java.text.BreakIterator;
import java.util.Locale;

/** How a text begins, for who sees an answer to it. */
final class Opening {
    /** Most of a text that is shown. */
    static final int MAX_LENGTH = 140;

    /** So many characters of a text tell where it can be cut. */
    static final int ENOUGH = 2 * MAX_LENGTH;

    private Opening() {}

    /** Cut between two characters as people see them; only a single one that is longer than all of it is cut in itself. */
    static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.isBoundary(MAX_LENGTH) ? MAX_LENGTH : characters.preceding(MAX_LENGTH);
        return text.substring(0, end > 0 ? end : wholeCodePoints(text));
    }

    private static int wholeCodePoints(String text) {
        return Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    }
}

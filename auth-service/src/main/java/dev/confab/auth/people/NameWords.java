package dev.confab.auth.people;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a name, as written: what is between spaces. The database folds case and accents when it compares them. */
final class NameWords {
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

    private NameWords() {}

    static List<String> of(String name) {
        return Arrays.stream(SPACE.split(name))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}

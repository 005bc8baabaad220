package dev.confab.chassis.security;

import java.util.Map;
import java.util.regex.Pattern;

/** A line of keys and values that no value can break out of: what is not plain is quoted, what is not visible is escaped. */
final class Logfmt {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/@-]+");
    private static final int MAX_LENGTH = 100;

    private Logfmt() {}

    static String line(String event, Map<String, String> facts) {
        StringBuilder line = new StringBuilder("event=").append(event);
        facts.forEach((key, value) -> line.append(' ').append(key).append('=').append(written(value)));
        return line.toString();
    }

    private static String written(String value) {
        String bounded = value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH);
        return PLAIN.matcher(bounded).matches() ? bounded : quoted(bounded);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (isVisible(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

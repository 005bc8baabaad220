package dev.confab.message.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that have to follow one another in a message.
 *
 * @param tokens one for each place, the longest that there is
 * @param inner whether the last one may also be a part of a word
 * @param begun whether the last one may be the beginning of a word
 */
record Words(List<Token> tokens, boolean begun, boolean inner) {
    /** Shorter ones are parts of nearly everything. */
    private static final int SHORTEST_PART = 3;

    /** @param loose whether it is not the exact phrase that counts */
    static Words of(String text, boolean loose, boolean last) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : Token.of(text)) {
            if (!tokens.isEmpty() && tokens.getLast().place() == token.place()) {
                if (token.word().length() > tokens.getLast().word().length()) {
                    tokens.set(tokens.size() - 1, token);
                }
            } else {
                tokens.add(token);
            }
        }
        boolean expandable = loose && !tokens.isEmpty() && !tokens.getLast().isCjk();
        return new Words(
                List.copyOf(tokens),
                expandable && last,
                expandable && tokens.size() == 1 && letters(tokens.getLast().word()) >= SHORTEST_PART);
    }

    private static int letters(String word) {
        return word.codePointCount(0, word.length());
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    boolean isOne() {
        return tokens.size() == 1;
    }

    Token last() {
        return tokens.getLast();
    }

    /** How far the token stands behind the first one. */
    int step(Token token) {
        return token.place() - tokens.getFirst().place();
    }

    /** Whether that word of a message is what is asked for at this token. */
    boolean accepts(Token asked, String word) {
        if (word.equals(asked.word())) {
            return true;
        }
        boolean isBegun = begun && word.startsWith(asked.word());
        boolean isPart = inner && word.contains(asked.word());
        return asked.place() == last().place() && (isBegun || isPart);
    }
}

package dev.confab.message.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a text says what is asked for, as the index would find it. */
final class TextMatch {
    private final Map<Integer, List<Token>> byPlace = new HashMap<>();
    private final BitSet marked = new BitSet();

    private TextMatch(String text) {
        Token.of(text)
                .forEach(token -> byPlace.computeIfAbsent(token.place(), place -> new ArrayList<>())
                        .add(token));
    }

    /** From and behind which UTF-16 units, in order, none touching another; absent unless all of the words are there. */
    static Optional<List<List<Integer>>> of(List<Words> all, String text) {
        TextMatch match = new TextMatch(text);
        boolean found = all.stream().map(match::mark).reduce(true, Boolean::logicalAnd);
        return found ? Optional.of(match.ranges()) : Optional.empty();
    }

    private boolean mark(Words words) {
        boolean found = false;
        for (int place : byPlace.keySet()) {
            List<Token> here = at(words, place);
            here.forEach(token -> marked.set(token.start(), token.end()));
            found |= !here.isEmpty();
        }
        return found;
    }

    /** What the words are, if the first one stands there. */
    private List<Token> at(Words words, int first) {
        List<Token> found = new ArrayList<>();
        for (Token asked : words.tokens()) {
            List<Token> fitting = byPlace.getOrDefault(first + words.step(asked), List.of()).stream()
                    .filter(token -> words.accepts(asked, token.word()))
                    .toList();
            if (fitting.isEmpty()) {
                return List.of();
            }
            found.addAll(fitting);
        }
        return found;
    }

    private List<List<Integer>> ranges() {
        List<List<Integer>> ranges = new ArrayList<>();
        for (int start = marked.nextSetBit(0); start >= 0; ) {
            int end = marked.nextClearBit(start);
            ranges.add(List.of(start, end));
            start = marked.nextSetBit(end);
        }
        return ranges;
    }
}

package dev.confab.message.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A word as it is indexed.
 *
 * @param place which word of the text; several may stand in one place
 * @param start where it begins in the text, in UTF-16 units
 * @param end behind it
 */
record Token(String word, int place, int start, int end) {

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = SearchAnalyzer.INSTANCE.tokenStream("text", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute steps = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int place = -1;
            while (stream.incrementToken()) {
                place += steps.getPositionIncrement();
                tokens.add(new Token(word.toString(), place, offsets.startOffset(), offsets.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    boolean isCjk() {
        return word.codePoints().allMatch(letter -> switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> letter == 'ー';
        });
    }
}

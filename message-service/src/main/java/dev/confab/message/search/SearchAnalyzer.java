package dev.confab.message.search;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts texts into words: compatible forms, case and accents make no difference. Of Chinese, Japanese and Korean, which have no
 * spaces, each letter is a word, and in its place each two that follow one another as well.
 */
final class SearchAnalyzer extends Analyzer {
    static final SearchAnalyzer INSTANCE = new SearchAnalyzer();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new CompatibleForms(words)));
        return new TokenStreamComponents(
                words,
                new CJKBigramFilter(
                        folded,
                        CJKBigramFilter.HAN
                                | CJKBigramFilter.HIRAGANA
                                | CJKBigramFilter.KATAKANA
                                | CJKBigramFilter.HANGUL,
                        true));
    }

    /** NFKC, word by word, so that each still knows where it stands in the text. */
    private static final class CompatibleForms extends TokenFilter {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

        CompatibleForms(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (!Normalizer.isNormalized(word, Normalizer.Form.NFKC)) {
                String normalized = Normalizer.normalize(word, Normalizer.Form.NFKC);
                word.setEmpty().append(normalized);
            }
            return true;
        }
    }
}

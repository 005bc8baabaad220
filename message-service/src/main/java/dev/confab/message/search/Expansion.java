package dev.confab.message.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words of the index that begin with what is asked for, or have it in them: the most frequent ones. */
final class Expansion {
    private static final int MOST = 200;

    /** A larger dictionary is looked through as far as this, so that a search stays short. */
    private static final int MOST_LOOKED_AT = 500_000;

    /** In the order of the dictionary, words of Chinese, Japanese and Korean come from here on, and have no other letters. */
    private static final int CJK = 0xE3;

    private final BytesRef part;
    private final boolean inner;
    private final Map<BytesRef, Integer> found = new HashMap<>();
    private int budget = MOST_LOOKED_AT;

    private Expansion(String part, boolean inner) {
        this.part = new BytesRef(part);
        this.inner = inner;
    }

    /** @param inner whether it may also stand within a word */
    static List<BytesRef> of(IndexReader reader, String part, boolean inner) throws IOException {
        Expansion expansion = new Expansion(part, false);
        expansion.lookThrough(reader);
        if (inner) {
            Expansion within = new Expansion(part, true);
            within.lookThrough(reader);
            within.found.forEach(expansion.found::putIfAbsent);
        }
        return expansion.mostFrequent();
    }

    private void lookThrough(IndexReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(Fields.TEXT);
            if (terms != null) {
                lookThrough(terms.iterator());
            }
        }
    }

    private void lookThrough(TermsEnum terms) throws IOException {
        if (!inner && terms.seekCeil(part) == TermsEnum.SeekStatus.END) {
            return;
        }
        BytesRef term = inner ? terms.next() : terms.term();
        while (term != null && budget-- > 0 && isInReach(term)) {
            if (!inner || contains(term, part)) {
                found.merge(BytesRef.deepCopyOf(term), terms.docFreq(), Integer::sum);
            }
            term = terms.next();
        }
    }

    private boolean isInReach(BytesRef term) {
        return inner ? term.length == 0 || (term.bytes[term.offset] & 0xFF) < CJK : StringHelper.startsWith(term, part);
    }

    private static boolean contains(BytesRef term, BytesRef part) {
        for (int at = 0; at <= term.length - part.length; at++) {
            int from = term.offset + at;
            if (Arrays.equals(
                    term.bytes, from, from + part.length, part.bytes, part.offset, part.offset + part.length)) {
                return true;
            }
        }
        return false;
    }

    private List<BytesRef> mostFrequent() {
        return found.entrySet().stream()
                .sorted(Map.Entry.<BytesRef, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}

package dev.confab.message.search;

import dev.confab.message.search.IndexedMessage.IndexPlace;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What somebody looks for, as Lucene is asked for it. Made of terms alone: no text is ever read as a query of Lucene's.
 *
 * <p>Whole words count more than beginnings, these more than parts of words, and how frequent something is counts for nothing:
 * so the same message has the same score at any time, and the pages of a result fit together.
 */
final class LuceneQuery {
    private static final float WHOLE = 4;
    private static final float BEGUN = 2;
    private static final float INNER = 1;

    private LuceneQuery() {}

    /**
     * @param streams in which the messages may stand
     * @param pinned in which places they stand, if that matters
     */
    static Query of(IndexReader reader, SearchQuery query, Set<Integer> streams, Optional<List<IndexPlace>> pinned)
            throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Words words : query.words()) {
            all.add(words(reader, words), Occur.MUST);
        }
        all.add(anyOf(Fields.STREAM, streams.stream().map(String::valueOf).toList()), Occur.FILTER);
        if (!query.from().isEmpty()) {
            List<String> authors =
                    query.from().stream().map(author -> author.key()).toList();
            all.add(anyOf(Fields.AUTHOR, authors), Occur.FILTER);
        }
        pinned.ifPresent(places ->
                all.add(anyOf(Fields.ID, places.stream().map(IndexPlace::term).toList()), Occur.FILTER));
        query.flags().forEach(flag -> all.add(new TermQuery(new Term(Fields.FLAG, Fields.term(flag))), Occur.FILTER));
        time(query).ifPresent(range -> all.add(range, Occur.FILTER));
        if (query.words().isEmpty()) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return all.build();
    }

    private static Query anyOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Optional<Query> time(SearchQuery query) {
        if (query.since().isEmpty() && query.before().isEmpty()) {
            return Optional.empty();
        }
        long from = query.since().map(LuceneQuery::millisUp).orElse(Long.MIN_VALUE);
        long behind = query.before().map(LuceneQuery::millisUp).orElse(Long.MAX_VALUE);
        return Optional.of(LongField.newRangeQuery(Fields.AT, from, behind - 1));
    }

    /** The first of the times that messages have, in milliseconds, that is not earlier. */
    private static long millisUp(Instant time) {
        return time.plusNanos(999_999).toEpochMilli();
    }

    private static Query words(IndexReader reader, Words words) throws IOException {
        BytesRef whole = new BytesRef(words.last().word());
        List<BytesRef> begun = words.begun() ? Expansion.of(reader, words.last().word(), false) : List.of();
        if (!words.isOne()) {
            return phrase(words, whole, begun);
        }
        List<BytesRef> inner = words.inner() ? Expansion.of(reader, words.last().word(), true) : List.of();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.TEXT, whole))), WHOLE),
                Occur.SHOULD);
        any.add(new BoostQuery(new TermInSetQuery(Fields.TEXT, begun), BEGUN), Occur.SHOULD);
        any.add(new BoostQuery(new TermInSetQuery(Fields.TEXT, inner), INNER), Occur.SHOULD);
        return any.build();
    }

    private static Query phrase(Words words, BytesRef whole, List<BytesRef> begun) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (Token token : words.tokens()) {
            Term[] terms = token.place() == words.last().place()
                    ? Stream.concat(Stream.of(whole), begun.stream())
                            .distinct()
                            .map(term -> new Term(Fields.TEXT, term))
                            .toArray(Term[]::new)
                    : new Term[] {new Term(Fields.TEXT, token.word())};
            phrase.add(terms, words.step(token));
        }
        return new BoostQuery(new ConstantScoreQuery(phrase.build()), WHOLE);
    }
}

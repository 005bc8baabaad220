package dev.confab.message.search;

import dev.confab.message.log.LogPosition;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.message.search.MessageIndex.Found;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;

/** One search of an index as it stands, bounded in time. */
final class FindInIndex {
    private final IndexSearcher searcher;
    private final SearchOrder order;

    FindInIndex(IndexReader reader, SearchOrder order, Duration timeout) {
        this.order = order;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BooleanSimilarity());
        searcher.setTimeout(new QueryTimeoutImpl(timeout.toMillis()));
    }

    List<Found> find(
            SearchQuery query,
            Set<Integer> streams,
            Optional<List<IndexPlace>> pinned,
            Optional<FieldDoc> after,
            int limit)
            throws IOException {
        if (query.isEmpty() || streams.isEmpty()) {
            return List.of();
        }
        Query asked = LuceneQuery.of(searcher.getIndexReader(), query, streams, pinned);
        TopDocs found =
                searcher.search(asked, new TopFieldCollectorManager(order.sort(), limit, after.orElse(null), limit));
        if (searcher.timedOut()) {
            throw ConfabException.unavailable("The search");
        }
        List<Found> all = new ArrayList<>();
        for (ScoreDoc one : found.scoreDocs) {
            FieldDoc values = (FieldDoc) one;
            all.add(new Found(place(values), values));
        }
        return all;
    }

    private IndexPlace place(FieldDoc values) {
        List<Long> last = order.place(values);
        return new IndexPlace(
                Math.toIntExact(last.get(2)), new LogPosition(Math.toIntExact(last.get(0)), new Position(last.get(1))));
    }
}

package dev.confab.message.search;

import dev.confab.message.search.IndexedMessage.IndexPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/** An index in a folder. One thread writes, any number search. The same twice changes nothing. */
final class MessageIndex implements Closeable {
    private static final double BUFFER_MEGABYTES = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private MessageIndex(Directory directory, IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    /** The index that is in the folder, or else an empty one. */
    static MessageIndex open(Path folder) throws IOException {
        return open(folder, OpenMode.CREATE_OR_APPEND);
    }

    /** An empty index, whatever is in the folder. */
    static MessageIndex create(Path folder) throws IOException {
        // Lucene reads what it is to overwrite, and fails where that is damaged
        try (Directory former = new MMapDirectory(folder)) {
            for (String file : former.listAll()) {
                former.deleteFile(file);
            }
        }
        return open(folder, OpenMode.CREATE);
    }

    private static MessageIndex open(Path folder, OpenMode mode) throws IOException {
        List<Closeable> opened = new ArrayList<>();
        try {
            Directory directory = new MMapDirectory(folder);
            opened.add(directory);
            IndexWriter writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(SearchAnalyzer.INSTANCE)
                            .setOpenMode(mode)
                            .setCommitOnClose(false)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES));
            opened.addFirst(writer);
            return new MessageIndex(directory, writer, new SearcherManager(writer, new SearcherFactory()));
        } catch (IOException | RuntimeException e) {
            for (Closeable each : opened) {
                try {
                    each.close();
                } catch (IOException | RuntimeException closing) {
                    e.addSuppressed(closing);
                }
            }
            throw e;
        }
    }

    /** How far it had followed the log when it was last committed; absent if it has to be made anew. */
    Optional<IndexProgress> committed() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return IndexProgress.of(data);
    }

    /** Has it be as the rows are. */
    void put(Collection<IndexedMessage> messages) throws IOException {
        for (IndexedMessage message : messages) {
            if (message.deleted()) {
                remove(message.place());
            } else {
                writer.updateDocument(id(message.place()), Fields.of(message));
            }
        }
    }

    void remove(IndexPlace place) throws IOException {
        writer.deleteDocuments(id(place));
    }

    void removeStreams(Collection<Integer> streams) throws IOException {
        for (int stream : streams) {
            writer.deleteDocuments(new Term(Fields.STREAM, Integer.toString(stream)));
        }
    }

    private static Term id(IndexPlace place) {
        return new Term(Fields.ID, place.term());
    }

    /** What was put and removed is found from now on. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** What was put and removed lasts, together with how far that is in the log. */
    void commit(IndexProgress progress) throws IOException {
        writer.setLiveCommitData(progress.commitData().entrySet());
        writer.commit();
    }

    int documents() {
        return writer.getDocStats().numDocs;
    }

    /** Those of which anything is found. */
    Set<Integer> streams() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Set<Integer> streams = new TreeSet<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Terms terms = leaf.reader().terms(Fields.STREAM);
                TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    streams.add(Integer.parseInt(term.utf8ToString()));
                }
            }
            return streams;
        } finally {
            searchers.release(searcher);
        }
    }

    /**
     * Finds messages, the first ones in that order.
     *
     * @param streams in which they may stand
     * @param pinned in which places, if that matters
     */
    List<Found> find(
            SearchQuery query,
            Set<Integer> streams,
            Optional<List<IndexPlace>> pinned,
            SearchOrder order,
            Optional<FieldDoc> after,
            int limit,
            Duration timeout)
            throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return new FindInIndex(searcher.getIndexReader(), order, timeout)
                    .find(query, streams, pinned, after, limit);
        } finally {
            searchers.release(searcher);
        }
    }

    /** A message that was found, and by what it is ordered. */
    record Found(IndexPlace place, FieldDoc order) {}

    /** What was not committed is lost, and read again from the log. */
    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }
}

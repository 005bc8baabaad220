package dev.confab.message.search;

import dev.confab.message.log.LogPosition;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Fills an empty index with all the messages that there are. What is written meanwhile follows from the log. */
@ApplicationScoped
class RebuildIndex {
    private static final Logger LOG = Logger.getLogger(RebuildIndex.class);
    private static final IndexPlace START = new IndexPlace(0, new LogPosition(0, new Position(0)));

    private final IndexStore rows;
    private final CurrentIndex current;
    private final SearchMetrics metrics;
    private final SearchConfig config;

    RebuildIndex(IndexStore rows, CurrentIndex current, SearchMetrics metrics, SearchConfig config) {
        this.rows = rows;
        this.current = current;
        this.metrics = metrics;
        this.config = config;
    }

    /**
     * Waits for the database, page by page.
     *
     * @param next from where the log is to be followed, as it was before any row is read
     */
    IndexProgress rebuild(MessageIndex index, Epoch log, Map<Integer, Long> next, BooleanSupplier stopped)
            throws IOException {
        metrics.rebuilding();
        current.incomplete(index, 0);
        double expected = Math.max(1, rows.messages());
        long indexed = 0;
        IndexPlace place = START;
        List<IndexedMessage> page = rows.after(place, config.page());
        while (!page.isEmpty() && !stopped.getAsBoolean()) {
            index.put(page);
            index.refresh();
            indexed += page.size();
            metrics.indexed(page.size(), index.documents());
            current.incomplete(index, indexed / expected);
            place = page.getLast().place();
            page = rows.after(place, config.page());
        }
        index.removeStreams(rows.gone(index.streams()));
        index.refresh();
        IndexProgress progress = new IndexProgress(log, next);
        if (!stopped.getAsBoolean()) {
            index.commit(progress);
            current.complete(index);
            LOG.infof("the search index is made: messages=%d", indexed);
        }
        return progress;
    }
}

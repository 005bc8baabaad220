package dev.confab.message.search;

import dev.confab.protocol.ConfabException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** What the index tells of itself. */
@ApplicationScoped
class SearchMetrics {
    private static final Logger LOG = Logger.getLogger(SearchMetrics.class);

    private final AtomicLong documents = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final Counter indexed;
    private final Counter rebuilds;
    private final Counter failures;
    private final Timer time;

    SearchMetrics(MeterRegistry registry, CurrentIndex current) {
        registry.gauge("confab.search.documents", documents);
        registry.gauge("confab.search.lag", lag);
        Gauge.builder("confab.search.share", current, CurrentIndex::share).register(registry);
        indexed = registry.counter("confab.search.indexed");
        rebuilds = registry.counter("confab.search.rebuilds");
        failures = registry.counter("confab.search.failures");
        time = registry.timer("confab.search.time");
    }

    void indexed(int messages, int all) {
        indexed.increment(messages);
        documents.set(all);
    }

    /** How many records of the log there are that were not looked at yet. */
    void lag(long records) {
        lag.set(records);
    }

    void rebuilding() {
        rebuilds.increment();
    }

    void failed() {
        failures.increment();
    }

    /** Notes how long the search takes in the index. */
    <T> T timed(Callable<T> search) {
        try {
            return time.recordCallable(search);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("the index can't be searched", e);
            throw ConfabException.unavailable("The search");
        }
    }
}

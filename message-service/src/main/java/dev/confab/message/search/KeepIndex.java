package dev.confab.message.search;

import dev.confab.chassis.threads.BackgroundThread;
import dev.confab.message.log.Epochs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jboss.logging.Logger;

/**
 * Keeps an index for as long as the process lives, in one thread of its own: takes up the one in the folder, or makes one anew,
 * and has it follow the log. Where that fails there is no search for a while; nothing else minds.
 */
@ApplicationScoped
class KeepIndex {
    private static final Logger LOG = Logger.getLogger(KeepIndex.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Epochs epochs;
    private final IndexStore rows;
    private final RebuildIndex rebuildIndex;
    private final FollowIndex followIndex;
    private final CurrentIndex current;
    private final SearchMetrics metrics;
    private final SearchConfig config;
    private final BackgroundThread thread = new BackgroundThread("search-index", FAREWELL, this::run);
    private boolean useless;
    private Duration pause = Duration.ZERO;

    KeepIndex(
            Epochs epochs,
            IndexStore rows,
            RebuildIndex rebuildIndex,
            FollowIndex followIndex,
            CurrentIndex current,
            SearchMetrics metrics,
            SearchConfig config) {
        this.epochs = epochs;
        this.rows = rows;
        this.rebuildIndex = rebuildIndex;
        this.followIndex = followIndex;
        this.current = current;
        this.metrics = metrics;
        this.config = config;
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.stop();
    }

    /** Whether it keeps an index, or would if it could. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() throws InterruptedException {
        while (!epochs.isCertain()) {
            Thread.sleep(PAUSE);
        }
        thread.wakeBy(() -> {}); // an interrupt would close the files that are being written
        while (!thread.isStopped()) {
            live();
        }
    }

    private void live() throws InterruptedException {
        try {
            int epoch = epochs.current().await().indefinitely();
            Files.createDirectories(config.folder());
            try (MessageIndex index =
                    useless ? MessageIndex.create(config.folder()) : MessageIndex.open(config.folder())) {
                useless = false;
                keep(index, epoch);
            } finally {
                current.none();
            }
        } catch (WakeupException stopping) {
            throw stopping;
        } catch (IOException | RuntimeException e) {
            onFailure(e);
        }
    }

    private void keep(MessageIndex index, int epoch) throws IOException {
        Map<Integer, Long> projected = rows.projected(epoch);
        Optional<IndexProgress> progress =
                index.committed().filter(committed -> committed.isOf(epochs.present(), projected));
        if (progress.isEmpty() && index.documents() > 0) {
            LOG.info("the search index is not whole, or of another format, log or database, and is made anew");
            useless = true;
            return;
        }
        if (progress.isPresent()) {
            current.complete(index);
        }
        IndexProgress from = progress.isPresent()
                ? progress.get()
                : rebuildIndex.rebuild(index, epochs.present(), projected, thread::isStopped);
        followIndex.follow(index, epoch, from, progress.isEmpty(), new FollowIndex.Life() {
            @Override
            public boolean isOver() {
                return thread.isStopped();
            }

            @Override
            public void onWaiting(Runnable wake) {
                pause = Duration.ZERO;
                thread.wakeBy(wake);
            }
        });
    }

    private void onFailure(Exception failure) throws InterruptedException {
        metrics.failed();
        if (failure instanceof InvalidOffsetException) {
            useless = true;
            LOG.warnf(
                    "the log does not have what the search index would read next; the index is made anew: %s", failure);
        } else if (isCorrupt(failure)) {
            useless = true;
            LOG.warnf("the search index can't be read, and is made anew: %s", failure);
        } else if (pause.isZero()) {
            LOG.warnf("there is no search for now, trying on: %s", failure);
        }
        pause = pause.isZero() ? config.retryMin() : min(pause.multipliedBy(2), config.retryMax());
        Thread.sleep(pause);
    }

    static boolean isCorrupt(Exception failure) {
        return switch (failure) {
            case CorruptIndexException _,
                    IndexFormatTooNewException _,
                    IndexFormatTooOldException _,
                    EOFException _,
                    NoSuchFileException _,
                    IllegalArgumentException _ -> true;
            default -> failure.getCause() instanceof CorruptIndexException;
        };
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

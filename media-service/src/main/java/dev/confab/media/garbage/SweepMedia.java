package dev.confab.media.garbage;

import dev.confab.media.MediaConfig;
import dev.confab.media.access.AskMessageService;
import dev.confab.media.file.Contents;
import dev.confab.media.file.Hash;
import dev.confab.media.file.MediaStore;
import dev.confab.media.thumbnail.MakeThumbnail;
import dev.confab.protocol.MediaId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes away the files of deleted messages, soon, and those that were in no message for a while. It is message-service that
 * knows; while it does not answer, nothing goes.
 */
@ApplicationScoped
class SweepMedia {
    private static final Logger LOG = Logger.getLogger(SweepMedia.class);
    private static final int AT_ONCE = 500;

    private final AskMessageService messages;
    private final MediaStore store;
    private final Contents contents;
    private final MediaConfig.Media config;
    private final Counter removed;

    SweepMedia(
            AskMessageService messages,
            MediaStore store,
            Contents contents,
            MediaConfig config,
            MeterRegistry metrics) {
        this.messages = messages;
        this.store = store;
        this.contents = contents;
        this.config = config.media();
        this.removed = metrics.counter("confab.media.removed");
    }

    @Scheduled(every = "${confab.media.sweep-every:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return removeOfDeletedMessages()
                .chain(this::removeUnreferenced)
                .chain(this::removeAbandoned)
                .onFailure()
                .invoke(failure -> LOG.warnf("files can't be swept now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeOfDeletedMessages() {
        return messages.gone()
                .chain(gone -> gone.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : remove(gone).chain(() -> messages.forgotten(gone)));
    }

    private Uni<Void> removeUnreferenced() {
        Instant now = Instant.now();
        return store.unasked(now.minus(config.unreferencedFor()), now.minus(config.askEvery()), AT_ONCE)
                .chain(old -> old.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : messages.referenced(old).chain(referenced -> {
                            List<MediaId> unreferenced = new ArrayList<>(old);
                            unreferenced.removeAll(referenced);
                            return remove(unreferenced).chain(() -> store.asked(referenced, now));
                        }));
    }

    private Uni<Void> remove(List<MediaId> media) {
        return Multi.createFrom()
                .iterable(media)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> store.remove(id, this::removeContent).invoke(() -> {
                            removed.increment();
                            LOG.infof("taken away, media=%s", id);
                        }))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> removeContent(Hash hash) {
        return blocking(() -> contents.remove(hash, MakeThumbnail.SIDES));
    }

    private Uni<Void> removeAbandoned() {
        return blocking(contents::removeAbandoned);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Uni<Void> blocking(Work work) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    try {
                        work.run();
                        return null;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}

package dev.confab.media.upload;

import dev.confab.media.MediaConfig;
import dev.confab.media.file.Contents;
import dev.confab.media.file.Contents.Arrived;
import dev.confab.media.file.MediaStore;
import dev.confab.media.file.StoredFile;
import dev.confab.media.thumbnail.PictureWorkers;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.MediaTicket;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps a file that has come, and says by which ticket it can be sent. What is known of it is committed before its content gets
 * its place, so that whoever takes away the same content sees it (see {@link MediaStore#remove}); the ticket is given once both
 * are there.
 */
@ApplicationScoped
class TakeIn {
    private static final Logger LOG = Logger.getLogger(TakeIn.class);

    private final Inspect inspect;
    private final PictureWorkers workers;
    private final Contents contents;
    private final MediaStore store;
    private final MediaConfig config;
    private final SigningKey key;
    private final Counter files;
    private final Counter bytes;

    TakeIn(
            Inspect inspect,
            PictureWorkers workers,
            Contents contents,
            MediaStore store,
            MediaConfig config,
            SigningKey key,
            MeterRegistry metrics) {
        this.inspect = inspect;
        this.workers = workers;
        this.contents = contents;
        this.store = store;
        this.config = config;
        this.key = key;
        this.files = metrics.counter("confab.media.uploads");
        this.bytes = metrics.counter("confab.media.uploaded.bytes");
    }

    /** A file that is kept, and what it is sent with. */
    record Taken(Attachment file, String ticket) {}

    /** @param arrived is closed whatever becomes of it */
    Uni<Taken> take(Username owner, String name, Arrived arrived) {
        return workers.run(() -> inspect.inspect(arrived))
                .chain(inspected ->
                        keep(owner, name, inspected).onTermination().invoke(() -> close(inspected.content())))
                .onTermination()
                .invoke(() -> close(arrived));
    }

    private static void close(Arrived arrived) {
        Infrastructure.getDefaultWorkerPool().execute(arrived::close);
    }

    private Uni<Taken> keep(Username owner, String name, Inspected inspected) {
        Attachment described = new Attachment(
                MediaId.next(),
                name,
                inspected.type(),
                inspected.content().size(),
                inspected.width(),
                inspected.height(),
                Optional.empty(),
                Optional.empty());
        Instant now = Instant.now();
        StoredFile file = new StoredFile(owner, inspected.content().hash(), described, inspected.orientation());
        return store.add(file, now, config.media().quota().asLongValue())
                .chain(() -> place(inspected))
                .map(kept -> {
                    files.increment();
                    bytes.increment((double) described.size());
                    LOG.infof("taken in, media=%s user=%s type=%s", described.id(), owner, described.type());
                    return new Taken(described, ticket(owner, described, now));
                });
    }

    private Uni<Void> place(Inspected inspected) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    try {
                        contents.keep(inspected.content());
                        return null;
                    } catch (IOException e) {
                        LOG.error("a file can't be kept", e);
                        throw ConfabException.unavailable("Room for files");
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private String ticket(Username owner, Attachment described, Instant now) {
        return new MediaTicket(owner, described, now.plus(config.media().ticketLifetime())).sign(key);
    }
}

package dev.confab.media.thumbnail;

import dev.confab.media.file.Contents;
import dev.confab.media.file.StoredFile;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jboss.logging.Logger;

/** Makes a small picture of a picture, upright and without anything but its pixels, and remembers it. */
@ApplicationScoped
public class MakeThumbnail {
    private static final Logger LOG = Logger.getLogger(MakeThumbnail.class);

    /** The sizes that there are: pixels of the longer side. */
    public static final Set<Integer> SIDES = Set.of(320, 1280);

    private static final Set<String> KINDS = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final double QUALITY = 0.82;

    private final Contents contents;
    private final DecodePicture decode;
    private final PictureWorkers workers;
    private final Timer timer;

    MakeThumbnail(Contents contents, DecodePicture decode, PictureWorkers workers, MeterRegistry metrics) {
        this.contents = contents;
        this.decode = decode;
        this.workers = workers;
        this.timer = metrics.timer("confab.media.thumbnails");
    }

    /** A small picture of some kind. */
    public record Thumbnail(Path path, String type) {}

    /** @return fails with {@code unsupported_media_type} if it is no picture or can't be unpacked in time */
    public Uni<Thumbnail> of(StoredFile file, int side) {
        if (!SIDES.contains(side)) {
            throw new ConfabException(ErrorCode.INVALID, "There are pictures of 320 and of 1280 pixels.", "thumb");
        }
        if (!KINDS.contains(file.described().type())) {
            throw noPicture();
        }
        Path path = contents.small(file.hash(), side);
        return Uni.createFrom()
                .item(() -> Files.exists(path))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(there -> there
                        ? Uni.createFrom().voidItem()
                        : workers.run(() -> timer.recordCallable(() -> {
                            make(file, side);
                            return true;
                        })))
                .map(made -> new Thumbnail(path, type(file)));
    }

    private void make(StoredFile file, int side) {
        try {
            if (!Files.exists(contents.small(file.hash(), side))) {
                BufferedImage image = decode.decode(contents.path(file.hash()), side);
                contents.keepSmall(file.hash(), side, small(image, file, side));
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.infof(
                    "a picture can't be made small, media=%s: %s",
                    file.described().id(), e.getMessage());
            throw noPicture();
        }
    }

    private static byte[] small(BufferedImage image, StoredFile file, int side) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bound = Math.min(side, Math.max(image.getWidth(), image.getHeight()));
        Thumbnails.of(image)
                .size(bound, bound)
                .addFilter(ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(file.orientation())))
                .outputFormat(format(file))
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    /** What may be transparent stays so. */
    private static String format(StoredFile file) {
        return file.described().type().equals("image/jpeg") ? "jpg" : "png";
    }

    private static String type(StoredFile file) {
        return format(file).equals("jpg") ? "image/jpeg" : "image/png";
    }

    private static ConfabException noPicture() {
        return new ConfabException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "There is no small picture of this file.");
    }
}

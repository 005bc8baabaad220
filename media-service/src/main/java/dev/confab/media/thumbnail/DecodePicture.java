package dev.confab.media.thumbnail;

import dev.confab.media.MediaConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Unpacks a picture with no more pixels than are needed, and gives up after a while. Its size was judged when it was uploaded,
 * and is judged again, for the decoder may read another one than the headers told.
 */
@ApplicationScoped
class DecodePicture {
    /** Most pixels that are unpacked, however they are thinned out while they are read. */
    static final long MAX_PIXELS = 50_000_000;

    private final Duration within;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pictures-clock").daemon().factory());

    DecodePicture(MediaConfig config) {
        within = config.media().decodeWithin();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DecodePicture.class.getClassLoader());
        ImageIO.scanForPlugins();
        ImageIO.setUseCache(false);
        thread.setContextClassLoader(before);
    }

    /** @param side of which it needs twice as much, to be made smaller well */
    BufferedImage decode(Path file, int side) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers =
                    in == null ? java.util.Collections.emptyIterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader for it");
            }
            ImageReader reader = readers.next();
            Future<?> alarm = clock.schedule(reader::abort, within.toMillis(), TimeUnit.MILLISECONDS);
            try {
                reader.setInput(in, true, true);
                return read(reader, side, alarm);
            } finally {
                alarm.cancel(false);
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, int side, Future<?> alarm) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new IOException("too many pixels");
        }
        int step = Math.max(1, Math.max(width, height) / (2 * side));
        ImageReadParam thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, thinned);
        if (alarm.isDone()) {
            throw new IOException("it took too long");
        }
        return image;
    }

    void onStop(@Observes ShutdownEvent stopping) {
        clock.shutdownNow();
    }
}

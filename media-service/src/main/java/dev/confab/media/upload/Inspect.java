package dev.confab.media.upload;

import dev.confab.chassis.picture.NoPictureException;
import dev.confab.chassis.picture.PictureFile;
import dev.confab.chassis.picture.PictureRules;
import dev.confab.media.file.Contents;
import dev.confab.media.file.Contents.Arrived;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Finds what a file is, whatever its sender says, and takes out of a picture what is not shown. Headers are read, no pixel is
 * unpacked. Blocks, and has the whole of a picture in memory; for the threads of pictures.
 */
@ApplicationScoped
class Inspect {
    private static final int MAX_SIDE = 32_767;
    private static final long MAX_PIXELS = 50_000_000;
    private static final PictureRules RULES = new PictureRules(MAX_SIDE, MAX_PIXELS, true, true);
    private static final int GIF_SIZE_AT = 6;

    private final Contents contents;

    Inspect(Contents contents) {
        this.contents = contents;
    }

    /**
     * @throws ConfabException {@code unsupported_media_type} if it is a damaged picture, {@code too_large} if it has more than
     *     50 million pixels
     */
    Inspected inspect(Arrived arrived) throws IOException {
        byte[] beginning = beginning(arrived);
        String type = FileType.of(beginning);
        return switch (type) {
            case "image/jpeg", "image/png", "image/webp" -> picture(arrived);
            case "image/gif" -> gif(arrived, beginning);
            default -> Inspected.plain(arrived, type);
        };
    }

    private static byte[] beginning(Arrived arrived) throws IOException {
        try (InputStream in = Files.newInputStream(arrived.path())) {
            return in.readNBytes(FileType.LOOKED_AT);
        }
    }

    private Inspected picture(Arrived arrived) throws IOException {
        try {
            PictureFile picture =
                    PictureFile.read(Files.readAllBytes(arrived.path()), RULES).orElseThrow(Inspect::damaged);
            return new Inspected(
                    contents.receive(picture.content()),
                    picture.mediaType(),
                    Optional.of(picture.width()),
                    Optional.of(picture.height()),
                    picture.orientation());
        } catch (NoPictureException why) {
            throw why.isTooLarge() ? tooManyPixels() : damaged();
        }
    }

    private static Inspected gif(Arrived arrived, byte[] beginning) {
        if (beginning.length < GIF_SIZE_AT + 2 * Short.BYTES) {
            throw damaged();
        }
        ByteBuffer header = ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN);
        int width = Short.toUnsignedInt(header.getShort(GIF_SIZE_AT));
        int height = Short.toUnsignedInt(header.getShort(GIF_SIZE_AT + Short.BYTES));
        if (width == 0 || height == 0) {
            throw damaged();
        }
        if ((long) width * height > MAX_PIXELS) {
            throw tooManyPixels();
        }
        return new Inspected(arrived, "image/gif", Optional.of(width), Optional.of(height), 1);
    }

    private static ConfabException damaged() {
        return new ConfabException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This picture is damaged or not whole.");
    }

    private static ConfabException tooManyPixels() {
        return new ConfabException(ErrorCode.TOO_LARGE, "A picture has at most 50 million pixels.");
    }
}

package dev.confab.chassis.picture;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A PNG, JPEG or WebP of which only that is kept which is shown: no comments, no place and time of a photograph, nothing that
 * would make it a file of another kind as well. Colours stay as they are, and what tells how it is to be turned.
 *
 * @param width in pixels, as it is seen once it is turned
 * @param height the same
 * @param orientation how it is to be turned, 1 to 8 as in Exif; 1 is upright
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record PictureFile(byte[] content, String mediaType, int width, int height, int orientation) {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final int WEBP_AT = 8;

    /**
     * Looks at the headers alone: nothing is unpacked.
     *
     * @return empty if it is none of the three
     * @throws NoPictureException if it is one of them, but not whole, or has too many pixels
     */
    public static Optional<PictureFile> read(byte[] content, PictureRules rules) {
        try {
            return shown(content, rules);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new NoPictureException(false);
        }
    }

    private static Optional<PictureFile> shown(byte[] content, PictureRules rules) {
        if (hasAt(content, 0, PNG)) {
            return Optional.of(new Png(content, rules).shown());
        }
        if (hasAt(content, 0, JPEG)) {
            return Optional.of(new Jpeg(content, rules).shown());
        }
        if (hasAt(content, 0, RIFF) && hasAt(content, WEBP_AT, WEBP)) {
            return Optional.of(new WebP(content, rules).shown());
        }
        return Optional.empty();
    }

    static PictureFile of(byte[] content, String mediaType, Sides pixels, int orientation) {
        return Orientation.isSideways(orientation)
                ? new PictureFile(content, mediaType, pixels.height(), pixels.width(), orientation)
                : new PictureFile(content, mediaType, pixels.width(), pixels.height(), orientation);
    }

    private static boolean hasAt(byte[] content, int position, byte[] mark) {
        int end = position + mark.length;
        return content.length >= end && Arrays.equals(content, position, end, mark, 0, mark.length);
    }
}

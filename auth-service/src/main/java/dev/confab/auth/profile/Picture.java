package dev.confab.auth.profile;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The bytes of a picture and what they are, whatever the sender says. Of what was sent only that is kept which is shown: no
 * comments, no place and time of a photograph, nothing that would make it a file of another kind as well.
 */
final class Picture {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final int WEBP_AT = 8;

    private final byte[] content;
    private final String mediaType;

    private Picture(byte[] content, String mediaType) {
        this.content = content;
        this.mediaType = mediaType;
    }

    /**
     * Refuses what is too large ({@link ErrorCode#TOO_LARGE}), in bytes or in pixels, or no whole picture ({@link
     * ErrorCode#UNSUPPORTED_MEDIA_TYPE}). Looks at the headers alone: nothing is unpacked.
     */
    static Picture read(byte[] content) {
        if (content.length > PictureBounds.MAX_BYTES) {
            throw new ConfabException(ErrorCode.TOO_LARGE, "A picture has at most 256 KB.");
        }
        try {
            return shown(content);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw PictureBounds.noPicture();
        }
    }

    private static Picture shown(byte[] content) {
        if (hasAt(content, 0, PNG)) {
            return new Picture(Png.shown(content), "image/png");
        }
        if (hasAt(content, 0, JPEG)) {
            return new Picture(Jpeg.shown(content), "image/jpeg");
        }
        if (hasAt(content, 0, RIFF) && hasAt(content, WEBP_AT, WEBP)) {
            return new Picture(WebP.shown(content), "image/webp");
        }
        throw PictureBounds.noPicture();
    }

    byte[] content() {
        return content.clone();
    }

    String mediaType() {
        return mediaType;
    }

    /** SHA-256 in hexadecimal: the name of the picture. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasAt(byte[] content, int position, byte[] mark) {
        int end = position + mark.length;
        return content.length >= end && Arrays.equals(content, position, end, mark, 0, mark.length);
    }
}

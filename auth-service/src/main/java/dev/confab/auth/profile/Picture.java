package dev.confab.auth.profile;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of a picture, and what they say that they are, whatever the sender says. */
final class Picture {
    static final int MAX_BYTES = 256 * 1024;

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

    /** Refuses what is too large ({@link ErrorCode#TOO_LARGE}) or no picture ({@link ErrorCode#UNSUPPORTED_MEDIA_TYPE}). */
    static Picture sniff(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new ConfabException(ErrorCode.TOO_LARGE, "A picture has at most 256 KB.");
        }
        return new Picture(content.clone(), mediaTypeOf(content));
    }

    private static String mediaTypeOf(byte[] content) {
        if (hasAt(content, 0, PNG)) {
            return "image/png";
        }
        if (hasAt(content, 0, JPEG)) {
            return "image/jpeg";
        }
        if (hasAt(content, 0, RIFF) && hasAt(content, WEBP_AT, WEBP)) {
            return "image/webp";
        }
        throw new ConfabException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "A picture is a PNG, a JPEG or a WebP.");
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

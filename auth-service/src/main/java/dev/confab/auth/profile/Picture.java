package dev.confab.auth.profile;

import dev.confab.chassis.picture.NoPictureException;
import dev.confab.chassis.picture.PictureFile;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The bytes of a picture and what they are, whatever the sender says. Of what was sent only that is kept which is shown: no
 * comments, no place and time of a photograph, nothing that would make it a file of another kind as well.
 */
final class Picture {
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
            return PictureFile.read(content, PictureBounds.RULES)
                    .map(file -> new Picture(file.content(), file.mediaType()))
                    .orElseThrow(PictureBounds::noPicture);
        } catch (NoPictureException why) {
            throw PictureBounds.refusal(why);
        }
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
}

package dev.confab.auth.profile;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;

/** What a picture may ask of those who show it: a few bytes can stand for gigabytes of pixels. */
final class PictureBounds {
    static final int MAX_BYTES = 256 * 1024;
    static final int MAX_SIDE = 1_024;

    private PictureBounds() {}

    /** @param side in pixels, as a header says */
    static void requireSide(int side) {
        if (side < 1) {
            throw noPicture();
        }
        if (side > MAX_SIDE) {
            throw new ConfabException(
                    ErrorCode.TOO_LARGE, "A picture has at most " + MAX_SIDE + " × " + MAX_SIDE + " pixels.");
        }
    }

    static ConfabException noPicture() {
        return new ConfabException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE, "A picture is a whole PNG, JPEG or WebP that does not move.");
    }
}

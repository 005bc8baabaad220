package dev.confab.auth.profile;

import dev.confab.chassis.picture.NoPictureException;
import dev.confab.chassis.picture.PictureRules;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;

/** What a picture may ask of those who show it: a few bytes can stand for gigabytes of pixels. */
final class PictureBounds {
    static final int MAX_BYTES = 256 * 1024;
    static final int MAX_SIDE = 1_024;

    /** It is seen upright as it is: the page turns it before it is sent. */
    static final PictureRules RULES = new PictureRules(MAX_SIDE, (long) MAX_SIDE * MAX_SIDE, false, false);

    private PictureBounds() {}

    static ConfabException refusal(NoPictureException why) {
        return why.isTooLarge()
                ? new ConfabException(
                        ErrorCode.TOO_LARGE, "A picture has at most " + MAX_SIDE + " × " + MAX_SIDE + " pixels.")
                : noPicture();
    }

    static ConfabException noPicture() {
        return new ConfabException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE, "A picture is a whole PNG, JPEG or WebP that does not move.");
    }
}

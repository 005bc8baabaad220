package dev.confab.chassis.picture;

/**
 * What a picture may ask of those who show it: a few bytes can stand for gigabytes of pixels.
 *
 * @param maxSide most pixels of either side
 * @param maxPixels most pixels in all
 * @param moving whether it may be an animation
 * @param turned whether it is kept how it is to be turned to be seen, and not only the pixels as they are
 */
public record PictureRules(int maxSide, long maxPixels, boolean moving, boolean turned) {

    void require(Sides sides) {
        if (sides.width() < 1 || sides.height() < 1) {
            throw new NoPictureException(false);
        }
        if (sides.width() > maxSide || sides.height() > maxSide || (long) sides.width() * sides.height() > maxPixels) {
            throw new NoPictureException(true);
        }
    }
}

package dev.confab.media.upload;

import dev.confab.media.file.Contents.Arrived;
import java.util.Optional;

/**
 * A file that was looked at.
 *
 * @param content as it is kept: of a picture without what is not shown
 * @param width in pixels, as it is seen; of pictures alone
 */
record Inspected(Arrived content, String type, Optional<Integer> width, Optional<Integer> height, int orientation) {
    static Inspected plain(Arrived content, String type) {
        return new Inspected(content, type, Optional.empty(), Optional.empty(), 1);
    }
}

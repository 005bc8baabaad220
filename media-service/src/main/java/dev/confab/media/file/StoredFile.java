package dev.confab.media.file;

import dev.confab.protocol.Attachment;
import dev.confab.protocol.Username;

/**
 * A file as it is kept.
 *
 * @param described as messages describe it, without an alternative text
 * @param orientation how its picture is to be turned to be seen, 1 to 8 as in Exif
 */
public record StoredFile(Username owner, Hash hash, Attachment described, int orientation) {}

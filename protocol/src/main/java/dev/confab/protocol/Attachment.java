package dev.confab.protocol;

import java.util.Optional;

/**
 * A file that belongs to a message, described so that it can be shown before it is fetched.
 *
 * @param name as the uploader called it, made safe: no path, no control characters, {@value #MAX_NAME_LENGTH} at most
 * @param type media type, as the file's bytes say
 * @param size in bytes
 * @param width in pixels, as it is shown; of pictures alone, like {@code height}
 * @param thumbhash a picture in some 30 bytes, base64
 * @param alt what is to be seen or heard, for those who can't; by whoever sends it
 */
public record Attachment(
        MediaId id,
        String name,
        String type,
        long size,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<String> thumbhash,
        Optional<String> alt) {
    /** Most files of one message. */
    public static final int MAX_PER_MESSAGE = 10;

    /** Longest name, in characters. */
    public static final int MAX_NAME_LENGTH = 255;

    /** Longest alternative text, in characters. */
    public static final int MAX_ALT_LENGTH = 1_000;

    public Attachment {
        Required.require(id, "id");
        Required.require(name, "name");
        Required.require(type, "type");
    }

    Attachment described(Optional<String> alternative) {
        return new Attachment(id, name, type, size, width, height, thumbhash, alternative);
    }
}

package dev.confab.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The header of content's record that says how far its room's log was known to whoever found that the author may write: a
 * position, in digits. An author who was put out after it and before the record wrote it unawares ({@link Fences}).
 */
public final class AuthorizedAt {
    public static final String HEADER = "authorized-at";
    /** As it was called before; in records that are read, never in new ones. */
    public static final String FORMER_HEADER = "judged-at";

    private AuthorizedAt() {}

    public static byte[] bytes(Position position) {
        return position.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws ConfabException {@code malformed} */
    public static Position read(byte[] header) {
        try {
            return new Position(Long.parseLong(new String(header, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException e) {
            throw new ConfabException(ErrorCode.MALFORMED, "The header " + HEADER + " is no position.");
        }
    }
}

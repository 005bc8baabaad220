package dev.confab.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The header of a message's record that says how far its room's log was known to whoever found that the author may write:
 * a position, in digits. An author who was put out after it and before the message wrote it unawares ({@link Fences}).
 */
public final class JudgedAt {
    public static final String HEADER = "judged-at";

    private JudgedAt() {}

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

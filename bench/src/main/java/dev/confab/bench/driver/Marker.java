package dev.confab.bench.driver;

import io.netty.buffer.ByteBuf;

/** The text of a measured message: when it was due, between tildes, and words to make it as long as people write. */
final class Marker {
    private static final byte TILDE = '~';
    private static final String WORDS = " the quick brown fox jumps over the lazy dog and naps";

    private Marker() {}

    static String text(long dueNanos) {
        return "~" + dueNanos + "~" + WORDS;
    }

    /** When the message in this part of the buffer was due; -1 if it is none of ours. */
    static long find(ByteBuf buffer, int from, int to) {
        int at = buffer.indexOf(from, to, TILDE);
        return at < 0 ? -1 : number(buffer, at + 1, to);
    }

    /** The decimal number that begins there. */
    static long number(ByteBuf buffer, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = buffer.getByte(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}

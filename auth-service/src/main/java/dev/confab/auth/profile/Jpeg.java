package dev.confab.auth.profile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The segments of a JPEG (ISO/IEC 10918-1): a marker each, most with a length and content, scans with data behind them. */
final class Jpeg {
    private static final int MARK = 0xFF;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;

    private Jpeg() {}

    /** Without what is not shown; what follows its end is not part of it. */
    static byte[] shown(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).position(2);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, 2);
        boolean hasSize = false;
        boolean hasPixels = false;
        while (true) {
            int marker = marker(in);
            int start = in.position() - 2;
            if (marker == END) {
                out.write(content, start, 2);
                break;
            }
            int length = Short.toUnsignedInt(in.getShort());
            int end = in.position() - 2 + length;
            if (marker < 0xC0 || isRestart(marker) || length < 2) {
                throw PictureBounds.noPicture();
            }
            if (isFrame(marker)) {
                PictureBounds.requireSide(Short.toUnsignedInt(in.getShort(in.position() + 1)));
                PictureBounds.requireSide(Short.toUnsignedInt(in.getShort(in.position() + 3)));
                hasSize = true;
            }
            in.position(end);
            if (marker == SCAN) {
                hasPixels = true;
                skipScan(in);
            }
            if (isShown(marker)) {
                out.write(content, start, in.position() - start);
            }
        }
        if (!hasSize || !hasPixels) {
            throw PictureBounds.noPicture();
        }
        return out.toByteArray();
    }

    private static int marker(ByteBuffer in) {
        if (Byte.toUnsignedInt(in.get()) != MARK) {
            throw PictureBounds.noPicture();
        }
        int marker = MARK;
        while (marker == MARK) {
            marker = Byte.toUnsignedInt(in.get());
        }
        return marker;
    }

    /** Up to the next marker that is not part of the data. */
    private static void skipScan(ByteBuffer in) {
        while (true) {
            if (Byte.toUnsignedInt(in.get()) == MARK) {
                int next = Byte.toUnsignedInt(in.get(in.position()));
                if (next != 0 && next != MARK && !isRestart(next)) {
                    in.position(in.position() - 1);
                    return;
                }
            }
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** No comments, and of what applications add only what colours need: JFIF, the profile, Adobe's transform. */
    private static boolean isShown(int marker) {
        return marker < 0xE0 || marker == 0xE0 || marker == 0xE2 || marker == 0xEE;
    }
}

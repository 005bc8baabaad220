package dev.confab.chassis.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a picture is to be turned to be seen: of all that Exif (TIFF 6.0) tells, the one thing that is shown. */
final class Orientation {
    static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int BIG_ENDIAN = 0x4D4D;

    private Orientation() {}

    /** 1 to 8, as the TIFF of that place says; upright if it does not say so. */
    static int read(byte[] content, int from, int length) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(content, from, length).slice();
            tiff.order(tiff.getShort(0) == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + Short.BYTES + i * ENTRY;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG && tiff.getShort(entry + 2) == SHORT) {
                    int value = tiff.getShort(entry + 8);
                    return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
                }
            }
        } catch (IndexOutOfBoundsException notATiff) {
            // tells nothing
        }
        return UPRIGHT;
    }

    /** A TIFF that says this and nothing else. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .putShort((short) BIG_ENDIAN)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** Whether what is seen is as wide as the pixels are high. */
    static boolean isSideways(int orientation) {
        return orientation > 4;
    }
}

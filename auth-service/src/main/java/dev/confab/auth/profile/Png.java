package dev.confab.auth.profile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG (ISO/IEC 15948): length, type, content and checksum each. */
final class Png {
    private static final int SIGNATURE = 8;
    private static final int HEADER = 13;
    private static final Set<String> SHOWN =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");

    private Png() {}

    /** Without what is not shown; what follows its end is not part of it. */
    static byte[] shown(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).position(SIGNATURE);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, SIGNATURE);
        boolean hasPixels = false;
        String type = "";
        while (!type.equals("IEND")) {
            boolean first = type.isEmpty();
            int start = in.position();
            int length = in.getInt();
            type = new String(content, in.position(), Integer.BYTES, StandardCharsets.US_ASCII);
            if (length < 0 || first != type.equals("IHDR") || (first && length != HEADER)) {
                throw PictureBounds.noPicture();
            }
            requireSum(content, in.position(), Integer.BYTES + length);
            if (first) {
                PictureBounds.requireSide(in.getInt(in.position() + Integer.BYTES));
                PictureBounds.requireSide(in.getInt(in.position() + 2 * Integer.BYTES));
            }
            hasPixels |= type.equals("IDAT");
            in.position(in.position() + Integer.BYTES + length + Integer.BYTES);
            if (SHOWN.contains(type)) {
                out.write(content, start, in.position() - start);
            }
        }
        if (!hasPixels) {
            throw PictureBounds.noPicture();
        }
        return out.toByteArray();
    }

    private static void requireSum(byte[] content, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(content, from, length);
        if (ByteBuffer.wrap(content).getInt(from + length) != (int) sum.getValue()) {
            throw PictureBounds.noPicture();
        }
    }
}

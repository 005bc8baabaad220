package dev.confab.auth.profile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a WebP (RFC 9649): type, length and content each, the length in little endian, padded to even. */
final class WebP {
    private static final int HEADER = 12;
    private static final int SIZE_AT = 4;
    private static final Set<String> SHOWN = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");
    /** Of the extended header: that there are an animation, XMP or Exif. */
    private static final int FLAGS_OF_OTHERS = 0b1110;

    private WebP() {}

    /** Without what is not shown; what follows its end is not part of it. */
    static byte[] shown(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        in.limit(Math.addExact(in.getInt(SIZE_AT), 2 * Integer.BYTES)).position(HEADER);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, HEADER);
        boolean hasPixels = false;
        while (in.hasRemaining()) {
            int start = in.position();
            String type = new String(content, start, Integer.BYTES, StandardCharsets.US_ASCII);
            int length = in.position(start + Integer.BYTES).getInt();
            requireSize(type, in);
            hasPixels |= type.equals("VP8 ") || type.equals("VP8L");
            int end = in.position() + Math.addExact(length, length & 1);
            if (length < 0 || end < start) {
                throw PictureBounds.noPicture();
            }
            in.position(end);
            if (SHOWN.contains(type)) {
                out.write(content, start, end - start);
            }
        }
        if (!hasPixels) {
            throw PictureBounds.noPicture();
        }
        return headed(out.toByteArray());
    }

    /** The position of the content is that of the chunk's. */
    private static void requireSize(String type, ByteBuffer in) {
        int at = in.position();
        switch (type) {
            case "VP8 " -> {
                PictureBounds.requireSide(in.getShort(at + 6) & 0x3FFF);
                PictureBounds.requireSide(in.getShort(at + 8) & 0x3FFF);
            }
            case "VP8L" -> {
                int sides = in.getInt(at + 1);
                PictureBounds.requireSide((sides & 0x3FFF) + 1);
                PictureBounds.requireSide((sides >> 14 & 0x3FFF) + 1);
            }
            case "VP8X" -> {
                PictureBounds.requireSide((in.getInt(at + 4) & 0xFFFFFF) + 1);
                PictureBounds.requireSide((in.getInt(at + 6) >>> 8) + 1);
            }
            default -> {
                // has no size
            }
        }
    }

    /** With headers that tell of what is left. */
    private static byte[] headed(byte[] content) {
        ByteBuffer out = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(SIZE_AT, content.length - 2 * Integer.BYTES);
        if (content[HEADER + 3] == 'X') {
            int flags = HEADER + 2 * Integer.BYTES;
            content[flags] = (byte) (content[flags] & ~FLAGS_OF_OTHERS);
        }
        return content;
    }
}

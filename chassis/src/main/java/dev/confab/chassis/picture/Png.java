package dev.confab.chassis.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG (ISO/IEC 15948): length, type, content and checksum each. */
final class Png {
    private static final int SIGNATURE = 8;
    private static final int HEADER = 13;
    private static final int WHOLE_HEADER = 3 * Integer.BYTES + HEADER;
    private static final Set<String> SHOWN =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");
    private static final Set<String> MOVING = Set.of("acTL", "fcTL", "fdAT");

    private final byte[] content;
    private final PictureRules rules;
    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private Sides sides = Sides.NONE;
    private int orientation = Orientation.UPRIGHT;

    Png(byte[] content, PictureRules rules) {
        this.content = content;
        this.rules = rules;
        in = ByteBuffer.wrap(content).position(SIGNATURE);
        out = new ByteArrayOutputStream(content.length);
    }

    /** Without what is not shown; what follows its end is not part of it. */
    PictureFile shown() {
        out.write(content, 0, SIGNATURE);
        boolean hasPixels = false;
        String type = "";
        while (!type.equals("IEND")) {
            boolean first = type.isEmpty();
            int start = in.position();
            int length = in.getInt();
            type = new String(content, in.position(), Integer.BYTES, StandardCharsets.US_ASCII);
            if (length < 0 || first != type.equals("IHDR") || (first && length != HEADER)) {
                throw new NoPictureException(false);
            }
            if (sum(content, in.position(), Integer.BYTES + length)
                    != in.getInt(in.position() + Integer.BYTES + length)) {
                throw new NoPictureException(false);
            }
            look(type, in.position() + Integer.BYTES, length);
            hasPixels |= type.equals("IDAT");
            in.position(in.position() + Integer.BYTES + length + Integer.BYTES);
            if (isShown(type)) {
                out.write(content, start, in.position() - start);
            }
        }
        if (!hasPixels) {
            throw new NoPictureException(false);
        }
        return PictureFile.of(headed(), "image/png", sides, orientation);
    }

    private void look(String type, int at, int length) {
        switch (type) {
            case "IHDR" -> {
                sides = new Sides(in.getInt(at), in.getInt(at + Integer.BYTES));
                rules.require(sides);
            }
            case "fcTL" -> rules.require(new Sides(in.getInt(at + 4), in.getInt(at + 8)));
            case "eXIf" -> orientation = rules.turned() ? Orientation.read(content, at, length) : Orientation.UPRIGHT;
            default -> {
                // tells nothing that matters here
            }
        }
    }

    private boolean isShown(String type) {
        return SHOWN.contains(type) || (rules.moving() && MOVING.contains(type));
    }

    private byte[] headed() {
        byte[] shown = out.toByteArray();
        if (orientation == Orientation.UPRIGHT) {
            return shown;
        }
        byte[] tiff = Orientation.tiff(orientation);
        byte[] typed = ByteBuffer.allocate(Integer.BYTES + tiff.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .array();
        return ByteBuffer.allocate(shown.length + 2 * Integer.BYTES + typed.length)
                .put(shown, 0, SIGNATURE + WHOLE_HEADER)
                .putInt(tiff.length)
                .put(typed)
                .putInt(sum(typed, 0, typed.length))
                .put(shown, SIGNATURE + WHOLE_HEADER, shown.length - SIGNATURE - WHOLE_HEADER)
                .array();
    }

    private static int sum(byte[] content, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(content, from, length);
        return (int) sum.getValue();
    }
}

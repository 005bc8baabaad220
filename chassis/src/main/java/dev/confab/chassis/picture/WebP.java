package dev.confab.chassis.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a WebP (RFC 9649): type, length and content each, the length in little endian, padded to even. */
final class WebP {
    private static final int HEADER = 12;
    private static final int SIZE_AT = 4;
    private static final int FLAGS_AT = HEADER + 2 * Integer.BYTES;
    private static final Set<String> SHOWN = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP");
    private static final Set<String> MOVING = Set.of("ANIM", "ANMF");
    private static final int ANIMATION = 0b10;
    private static final int XMP = 0b100;
    private static final int EXIF = 0b1000;

    private final byte[] content;
    private final PictureRules rules;
    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private Sides sides = Sides.NONE;
    private boolean hasPixels;
    private int orientation = Orientation.UPRIGHT;

    WebP(byte[] content, PictureRules rules) {
        this.content = content;
        this.rules = rules;
        in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        out = new ByteArrayOutputStream(content.length);
    }

    /** Without what is not shown; what follows its end is not part of it. */
    PictureFile shown() {
        in.limit(Math.addExact(in.getInt(SIZE_AT), 2 * Integer.BYTES)).position(HEADER);
        out.write(content, 0, HEADER);
        while (in.hasRemaining()) {
            int start = in.position();
            String type = new String(content, start, Integer.BYTES, StandardCharsets.US_ASCII);
            int length = in.position(start + Integer.BYTES).getInt();
            look(type, in.position(), length);
            int end = in.position() + Math.addExact(length, length & 1);
            if (length < 0 || end < start) {
                throw new NoPictureException(false);
            }
            in.position(end);
            if (SHOWN.contains(type) || (rules.moving() && MOVING.contains(type))) {
                out.write(content, start, end - start);
            }
        }
        if (!hasPixels) {
            throw new NoPictureException(false);
        }
        return PictureFile.of(headed(), "image/webp", sides, orientation);
    }

    /** @param at the position of the chunk's content */
    private void look(String type, int at, int length) {
        switch (type) {
            case "VP8 " -> pixels(new Sides(in.getShort(at + 6) & 0x3FFF, in.getShort(at + 8) & 0x3FFF));
            case "VP8L" -> {
                int both = in.getInt(at + 1);
                pixels(new Sides((both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1));
            }
            case "VP8X" -> size(new Sides((in.getInt(at + 4) & 0xFFFFFF) + 1, (in.getInt(at + 6) >>> 8) + 1));
            case "ANMF" -> {
                rules.require(new Sides((in.getInt(at + 6) & 0xFFFFFF) + 1, (in.getInt(at + 8) >>> 8) + 1));
                hasPixels |= rules.moving();
            }
            case "EXIF" -> orientation = rules.turned() ? Orientation.read(content, at, length) : Orientation.UPRIGHT;
            default -> {
                // has no size
            }
        }
    }

    private void pixels(Sides given) {
        hasPixels = true;
        size(given);
    }

    private void size(Sides given) {
        rules.require(given);
        if (sides.equals(Sides.NONE)) {
            sides = given;
        }
    }

    /** With headers that tell of what is left. Only the extended form says how to turn it. */
    private byte[] headed() {
        boolean extended = content[HEADER + 3] == 'X';
        if (extended && orientation != Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(orientation);
            out.writeBytes(ByteBuffer.allocate(2 * Integer.BYTES + tiff.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                    .putInt(tiff.length)
                    .put(tiff)
                    .array());
        } else {
            orientation = Orientation.UPRIGHT;
        }
        byte[] whole = out.toByteArray();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(SIZE_AT, whole.length - 2 * Integer.BYTES);
        if (extended) {
            int gone = XMP | (orientation == Orientation.UPRIGHT ? EXIF : 0) | (rules.moving() ? 0 : ANIMATION);
            whole[FLAGS_AT] = (byte) (whole[FLAGS_AT] & ~gone);
        }
        return whole;
    }
}

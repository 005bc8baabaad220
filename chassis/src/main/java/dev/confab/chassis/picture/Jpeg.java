package dev.confab.chassis.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segments of a JPEG (ISO/IEC 10918-1): a marker each, most with a length and content, scans with data behind them. */
final class Jpeg {
    private static final int MARK = 0xFF;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int APPLICATION = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROFILE_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private final PictureRules rules;
    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private Sides sides = Sides.NONE;
    private boolean hasPixels;
    private int orientation = Orientation.UPRIGHT;

    Jpeg(byte[] content, PictureRules rules) {
        this.content = content;
        this.rules = rules;
        in = ByteBuffer.wrap(content).position(2);
        out = new ByteArrayOutputStream(content.length);
    }

    /** Without what is not shown; what follows its end is not part of it. */
    PictureFile shown() {
        int marker = 0;
        while (marker != END) {
            marker = marker();
            int start = in.position() - 2;
            if (marker != END) {
                skip(marker);
            }
            if (isShown(marker, start)) {
                out.write(content, start, in.position() - start);
            }
        }
        if (sides.equals(Sides.NONE) || !hasPixels) {
            throw new NoPictureException(false);
        }
        return PictureFile.of(headed(), "image/jpeg", sides, orientation);
    }

    private void skip(int marker) {
        int length = Short.toUnsignedInt(in.getShort());
        int end = in.position() - 2 + length;
        if (marker < 0xC0 || isRestart(marker) || length < 2) {
            throw new NoPictureException(false);
        }
        if (isFrame(marker)) {
            sides = new Sides(
                    Short.toUnsignedInt(in.getShort(in.position() + 3)),
                    Short.toUnsignedInt(in.getShort(in.position() + 1)));
            rules.require(sides);
        }
        if (marker == EXIF && isNamed(in.position(), EXIF_NAME) && rules.turned()) {
            int tiff = in.position() + EXIF_NAME.length;
            orientation = Orientation.read(content, tiff, Math.max(0, end - tiff));
        }
        in.position(end);
        if (marker == SCAN) {
            hasPixels = true;
            skipScan();
        }
    }

    private int marker() {
        if (Byte.toUnsignedInt(in.get()) != MARK) {
            throw new NoPictureException(false);
        }
        int marker = MARK;
        while (marker == MARK) {
            marker = Byte.toUnsignedInt(in.get());
        }
        return marker;
    }

    /** Up to the next marker that is not part of the data. */
    private void skipScan() {
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
    private boolean isShown(int marker, int start) {
        return marker < APPLICATION
                || marker == APPLICATION
                || (marker == PROFILE && isNamed(start + 4, PROFILE_NAME))
                || marker == 0xEE;
    }

    private boolean isNamed(int at, byte[] name) {
        return at + name.length <= content.length && Arrays.equals(content, at, at + name.length, name, 0, name.length);
    }

    private byte[] headed() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(out.size() + 64);
        whole.write(content, 0, 2);
        if (orientation != Orientation.UPRIGHT) {
            byte[] tiff = Orientation.tiff(orientation);
            whole.writeBytes(ByteBuffer.allocate(4)
                    .putShort((short) (MARK << 8 | EXIF))
                    .putShort((short) (2 + EXIF_NAME.length + tiff.length))
                    .array());
            whole.writeBytes(EXIF_NAME);
            whole.writeBytes(tiff);
        }
        whole.writeBytes(out.toByteArray());
        return whole.toByteArray();
    }
}

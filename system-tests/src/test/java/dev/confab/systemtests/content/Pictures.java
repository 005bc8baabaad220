package dev.confab.systemtests.content;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures that people share, and what is hidden in them. */
public final class Pictures {
    private static final int PNG_HEADER = 33;

    private Pictures() {}

    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    public static byte[] jpeg(int width, int height) {
        return picture("jpg", width, height);
    }

    private static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, new Color(x * 255 / width, y * 255 / height, 128).getRGB());
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph that is to be turned by a quarter, and tells where it was taken. */
    static byte[] sidewaysJpeg(int width, int height, String secret) {
        byte[] plain = jpeg(width, height);
        byte[] told = secret.getBytes(StandardCharsets.US_ASCII);
        byte[] tiff = ByteBuffer.allocate(26 + told.length)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put(told)
                .array();
        return ByteBuffer.allocate(plain.length + 10 + tiff.length)
                .put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** Of some hundred bytes, that says it has so many pixels. */
    static byte[] bomb(int side) {
        byte[] png = png(1, 1);
        ByteBuffer.wrap(png).putInt(16, side).putInt(20, side).putInt(29, sum(png, 12, 17));
        return png;
    }

    /** A picture that is a page as well: in a comment, and behind its end. */
    static byte[] polyglot(String html) {
        byte[] plain = png(20, 10);
        byte[] comment = chunk("tEXt", "Comment\0" + html);
        byte[] tail = html.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(plain.length + comment.length + tail.length)
                .put(plain, 0, PNG_HEADER)
                .put(comment)
                .put(Arrays.copyOfRange(plain, PNG_HEADER, plain.length))
                .put(tail)
                .array();
    }

    private static byte[] chunk(String type, String content) {
        byte[] typed = (type + content).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(typed.length - 4)
                .put(typed)
                .putInt(sum(typed, 0, typed.length))
                .array();
    }

    private static int sum(byte[] content, int from, int length) {
        var sum = new CRC32();
        sum.update(content, from, length);
        return (int) sum.getValue();
    }
}

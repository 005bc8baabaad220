package dev.confab.chassis.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    private static final PictureRules RULES = new PictureRules(32_767, 50_000_000, true, true);
    private static final int BY_A_QUARTER = 6;
    private static final int PNG_HEADER = 33;

    private static byte[] picture(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With what cameras write: how to turn it, and more. */
    private static byte[] sideways(String format) {
        byte[] plain = picture(format);
        byte[] tiff = join(Orientation.tiff(BY_A_QUARTER), "taken at home".getBytes(StandardCharsets.US_ASCII));
        return format.equals("png") ? insert(plain, PNG_HEADER, exifChunk(tiff)) : insert(plain, 2, exifSegment(tiff));
    }

    private static byte[] exifChunk(byte[] tiff) {
        byte[] typed = join("eXIf".getBytes(StandardCharsets.US_ASCII), tiff);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(tiff.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] exifSegment(byte[] tiff) {
        return ByteBuffer.allocate(tiff.length + 10)
                .putShort((short) 0xFFE1)
                .putShort((short) (tiff.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .array();
    }

    private static byte[] insert(byte[] whole, int at, byte[] part) {
        return join(join(Arrays.copyOf(whole, at), part), Arrays.copyOfRange(whole, at, whole.length));
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void shouldKeepHowAPictureIsTurnedAndNothingElseOfExif(String format) throws IOException {
        // when
        PictureFile read = PictureFile.read(sideways(format), RULES).orElseThrow();
        // then
        assertThat(read.orientation()).isEqualTo(BY_A_QUARTER);
        assertThat(read.width()).isEqualTo(20);
        assertThat(read.height()).isEqualTo(40);
        assertThat(new String(read.content(), StandardCharsets.ISO_8859_1)).doesNotContain("taken at home");
        assertThat(ImageIO.read(new ByteArrayInputStream(read.content()))).isNotNull();
        assertThat(PictureFile.read(read.content(), RULES).orElseThrow().content())
                .as("read again")
                .isEqualTo(read.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void shouldLeaveThatOutWhereItIsNotWanted(String format) {
        // when
        PictureFile read = PictureFile.read(sideways(format), new PictureRules(100, 10_000, false, false))
                .orElseThrow();
        // then
        assertThat(read.content()).isEqualTo(picture(format));
        assertThat(read.width()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void shouldRefuseTooManyPixels(String format) {
        assertThatThrownBy(() -> PictureFile.read(picture(format), new PictureRules(100, 799, true, true)))
                .isInstanceOfSatisfying(
                        NoPictureException.class,
                        refused -> assertThat(refused.isTooLarge()).isTrue());
    }

    @Test
    void shouldSayNothingOfOtherFiles() {
        assertThat(PictureFile.read("GIF89a".getBytes(StandardCharsets.US_ASCII), RULES))
                .isEmpty();
    }
}

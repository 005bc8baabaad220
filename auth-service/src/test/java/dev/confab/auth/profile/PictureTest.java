package dev.confab.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.auth.testing.Pictures;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    @ParameterizedTest
    @EnumSource
    void shouldKeepAPictureAsItIs(Pictures sent) {
        // when
        Picture picture = Picture.read(sent.content());
        // then
        assertThat(picture.mediaType()).isEqualTo(sent.mediaType());
        assertThat(picture.content()).isEqualTo(sent.content());
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveOutWhatFollowsThePicture(Pictures sent) {
        // when
        Picture picture = Picture.read(concat(sent.content(), SCRIPT.getBytes(StandardCharsets.UTF_8)));
        // then
        assertThat(picture.content()).isEqualTo(sent.content());
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeNoPartOfAPicture(Pictures sent) {
        byte[] whole = sent.content();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            // when
            var refusal = catchThrowableOfType(ConfabException.class, () -> Picture.read(part));
            // then
            assertThat(refusal).as("the first %d bytes", length).isNotNull();
            assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @Test
    void shouldLeaveOutWhatIsHiddenInAPng() throws IOException {
        // given
        byte[] plain = Pictures.PNG.content();
        byte[] text = chunk("tEXt", "Comment\0" + SCRIPT);
        byte[] hiding = concat(concat(Arrays.copyOf(plain, 33), text), Arrays.copyOfRange(plain, 33, plain.length));
        assertThat(ImageIO.read(new ByteArrayInputStream(hiding))).isNotNull();
        // when
        Picture picture = Picture.read(hiding);
        // then
        assertThat(picture.content()).isEqualTo(plain);
    }

    @Test
    void shouldLeaveOutWhatIsHiddenInAJpeg() throws IOException {
        // given
        byte[] plain = Pictures.JPEG.content();
        byte[] script = SCRIPT.getBytes(StandardCharsets.UTF_8);
        byte[] comment = concat(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (script.length + 2)}, script);
        byte[] hiding = concat(concat(Arrays.copyOf(plain, 2), comment), Arrays.copyOfRange(plain, 2, plain.length));
        assertThat(ImageIO.read(new ByteArrayInputStream(hiding))).isNotNull();
        // when
        Picture picture = Picture.read(hiding);
        // then
        assertThat(picture.content()).isEqualTo(plain);
    }

    @Test
    void shouldLeaveOutWhatIsHiddenInAWebP() {
        // given
        byte[] plain = Pictures.WEBP.content();
        byte[] hidden =
                concat("EXIF\4\0\0\0".getBytes(StandardCharsets.US_ASCII), "<b/>".getBytes(StandardCharsets.US_ASCII));
        byte[] hiding = concat(plain, hidden);
        hiding[4] += (byte) hidden.length;
        // when
        Picture picture = Picture.read(hiding);
        // then
        assertThat(picture.content()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_025, 30_000})
    void shouldTakeNoPictureOfTooManyPixels(int side) {
        // given
        byte[] png = Pictures.PNG.content();
        ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
        ByteBuffer.wrap(png).putInt(29, sum(png, 12, 17));
        byte[] jpeg = Pictures.JPEG.content();
        ByteBuffer.wrap(jpeg).putShort(frameOf(jpeg) + 5, (short) side);
        byte[] webP = Pictures.WEBP.content();
        webP[21] = (byte) (side - 1);
        webP[22] = (byte) (side - 1 >> 8 & 0x3F);
        // then
        assertTooLarge(png);
        assertTooLarge(jpeg);
        if (side < 1 << 14) {
            assertTooLarge(webP);
        }
    }

    @Test
    void shouldTakeNoPngWhoseSumsAreWrong() {
        // given
        byte[] png = Pictures.PNG.content();
        png[19]++;
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> Picture.read(png));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg onload='alert(1)'/>", "GIF89a", "RIFFxxxxWAVE", "RIFF"})
    void shouldTakeNothingElse(String content) {
        // when
        var refusal = catchThrowableOfType(
                ConfabException.class, () -> Picture.read(content.getBytes(StandardCharsets.US_ASCII)));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void shouldTakeNothingTooLarge() {
        assertTooLarge(new byte[PictureBounds.MAX_BYTES + 1]);
    }

    private static void assertTooLarge(byte[] content) {
        var refusal = catchThrowableOfType(ConfabException.class, () -> Picture.read(content));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    private static byte[] chunk(String type, String content) {
        byte[] typed = (type + content).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(typed.length - 4)
                .put(typed)
                .putInt(sum(typed, 0, typed.length))
                .array();
    }

    private static int sum(byte[] content, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(content, from, length);
        return (int) sum.getValue();
    }

    private static int frameOf(byte[] jpeg) {
        for (int at = 0; ; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xC0) {
                return at;
            }
        }
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}

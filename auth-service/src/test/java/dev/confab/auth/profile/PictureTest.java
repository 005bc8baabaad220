package dev.confab.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a00, image/png",
        "ffd8ffe000, image/jpeg",
        "524946460000000057454250, image/webp",
    })
    void shouldTellTheFormatByTheFirstBytes(String hex, String mediaType) {
        // when
        Picture picture = Picture.sniff(HexFormat.of().parseHex(hex));
        // then
        assertThat(picture.mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg onload='alert(1)'/>", "GIF89a", "RIFFxxxxWAVE", "RIFF"})
    void shouldTakeNothingElse(String content) {
        // when
        var refusal = catchThrowableOfType(
                ConfabException.class, () -> Picture.sniff(content.getBytes(StandardCharsets.US_ASCII)));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void shouldTakeNothingTooLarge() {
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> Picture.sniff(new byte[Picture.MAX_BYTES + 1]));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }
}

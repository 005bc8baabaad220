package dev.confab.media.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d49484452, image/png",
        "ffd8ffe000104a464946, image/jpeg",
        "52494646240000005745425056503820, image/webp",
        "474946383961, image/gif",
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, video/webm",
        "000000186674797069736f6d0000020069736f6d69736f32, video/mp4",
        "000000186674797071742020000002007174202069736f32, video/quicktime",
        "00000018667479704d34412000000200697336d269736f32, audio/mp4",
        "4f6767530002000000000000000000000000000000000000000001, audio/ogg",
        "494433030000000000, audio/mpeg",
        "664c614300000022, audio/flac",
        "524946462400000057415645666d7420, audio/wav",
    })
    void shouldKnowWhatPagesPlayAndShow(String bytes, String type) {
        assertThat(FileType.of(HexFormat.of().parseHex(bytes))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "<html><script>alert(1)</script></html>, text/html",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, image/svg+xml",
        "%PDF-1.4, application/pdf",
        "hello, text/plain",
    })
    void shouldKnowOthersByTheirBytesAlone(String content, String type) {
        assertThat(FileType.of(content.getBytes(StandardCharsets.US_ASCII))).isEqualTo(type);
    }
}

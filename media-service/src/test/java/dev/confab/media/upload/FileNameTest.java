package dev.confab.media.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "cat.jpg, cat.jpg",
        "größe 猫 🐈.txt, größe 猫 🐈.txt",
        "../../etc/passwd, passwd",
        "C:\\evil\\a.txt, a.txt",
        "a:b|c?.txt, a_b_c_.txt",
        ".htaccess, htaccess",
        "name. , name",
    })
    void shouldKeepWhatIsHarmless(String given, String safe) {
        assertThat(FileName.safe(given)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cod\u202Egpj.exe",
                "cod\u2066gpj.exe",
                "co\u0000dgpj.exe",
                "cod\u200Bgpj.exe",
                "cod\uD800gpj.exe"
            })
    void shouldLeaveOutWhatCanNotBeSeenOrTurnsWritingAround(String given) {
        assertThat(FileName.safe(given)).isEqualTo("codgpj.exe");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/", "..", " \u202E "})
    void shouldNameTheNameless(String given) {
        assertThat(FileName.safe(given)).isEqualTo("file");
    }

    @Test
    void shouldShortenTheNameAndNotItsExtension() {
        assertThat(FileName.safe("🐈".repeat(300) + ".tar"))
                .endsWith("🐈.tar")
                .matches(name -> name.codePointCount(0, name.length()) == Attachment.MAX_NAME_LENGTH);
    }
}

package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Garden",
                "\"quoted\" 'name'",
                "<b>&amp;</b>",
                "a/b\\c?d#e%f",
                "🌱👩‍👩‍👧‍👦",
                "שלום עולם",
                "مرحبا",
                "e\u0301te\u0301",
                "…",
            })
    void shouldKeepTheNameAsItWasWritten(String name) {
        assertThat(new RoomName(name).value()).isEqualTo(name);
    }

    @Test
    void shouldTrim() {
        assertThat(new RoomName(" \t Garden \u3000").value()).isEqualTo("Garden");
    }

    @ParameterizedTest
    @CsvSource({"Garden,gARDEN", "Straße,STRASSE?", "ÉTÉ,été", "ｍａｉｎ,main", "ﬁle,FILE", "e\u0301,É", "①,1"})
    void shouldBeTheSameInAnyCaseAndForm(String one, String other) {
        boolean same = !other.endsWith("?");

        assertThat(new RoomName(one).equals(new RoomName(other))).isEqualTo(same);
        if (same) {
            assertThat(new RoomName(one)).hasSameHashCodeAs(new RoomName(other));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "a\nb", "a\u0000b", "a\u0085b", "a\u2028b", "a\uD83Db", "\u00a0", ".", "..", "\u2024"
            })
    void shouldRefuseNamesThatNobodyCouldReadOrReach(String name) {
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new RoomName(name))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID))
                .satisfies(refused -> assertThat(refused.field()).contains("room"));
    }

    @Test
    void shouldCountCharactersNotCodeUnits() {
        assertThat(new RoomName("😀".repeat(50)).value()).hasSize(100);
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new RoomName("😀".repeat(51)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LONG));
    }

    @Test
    void shouldRefuseANameWhoseKeyIsTooLong() {
        assertThat(new RoomName("ﷺ").key()).hasSize(18);
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new RoomName("ﷺ".repeat(50)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LONG));
    }

    @Test
    void shouldHaveAKeyThatIsItsOwnKey() {
        for (String name : new String[] {"İstanbul", "ΌΣΟΣ", "ǅ", "ﬃ", "K", "Å", "㎏", "ſ", "ẞ"}) {
            String key = new RoomName(name).key();
            assertThat(new RoomName(key).key()).as(name).isEqualTo(key);
        }
    }

    @Test
    void shouldHaveTheSameKeyWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(new RoomName("MAIN").key()).isEqualTo("main");
            assertThat(new RoomName("MAIN").isMain()).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldBeAPlainStringInJson() {
        assertThat(Json.text(new RoomName("Garden"))).isEqualTo("\"Garden\"");
        assertThat(Json.read("\" Garden \"", RoomName.class).value()).isEqualTo("Garden");
    }

    @Test
    void shouldBeWrittenAsTheCharactersItIsMadeOf() {
        assertThat(new String(Json.bytes(new RoomName("🌱")), StandardCharsets.UTF_8))
                .isEqualTo("\"🌱\"");
    }
}

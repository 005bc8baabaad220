package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
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
    void shouldHaveAKeyThatFoldsToItself() {
        names(50_000).forEach(name -> {
            String key = name.key();
            assertThat(RoomName.fold(key)).as(name.value()).isEqualTo(key);
        });
    }

    @Test
    void shouldBeFoundByItsKeyWhateverThatIs() {
        names(50_000)
                .forEach(name -> assertThat(RoomName.ofKey(name.key()))
                        .as(name.value())
                        .isEqualTo(name)
                        .hasSameHashCodeAs(name)
                        .extracting(RoomName::key)
                        .isEqualTo(name.key()));
    }

    /** Names that make keys which are no names: too long, and with spaces at an end. */
    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890123456789012345678901234567ab…", "\u00a0main", "´x"})
    void shouldBeReadFromAKeyThatNobodyCouldWrite(String name) {
        RoomName room = new RoomName(name);

        assertThat(RoomName.ofKey(room.key())).isEqualTo(room);
    }

    /** Names made at random of all there is, the odd characters above all. */
    private static Stream<RoomName> names(int count) {
        Random random = new Random(5);
        int[] odd = {' ', 0xa0, 0x3000, 0x3a3, 0x3c2, 0x130, 0x131, 0xdf, 0x1e9e, 0x345, 0x2026, 0xb4, 0xfdfa, 0x200d};
        return Stream.generate(() -> {
                    var text = new StringBuilder();
                    for (int i = 1 + random.nextInt(6); i > 0; i--) {
                        text.appendCodePoint(
                                random.nextInt(3) == 0
                                        ? odd[random.nextInt(odd.length)]
                                        : random.nextInt(Character.MAX_CODE_POINT));
                    }
                    return text.toString();
                })
                .limit(count)
                .flatMap(text -> {
                    try {
                        return Stream.of(new RoomName(text));
                    } catch (ConfabException noName) {
                        return Stream.empty();
                    }
                });
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

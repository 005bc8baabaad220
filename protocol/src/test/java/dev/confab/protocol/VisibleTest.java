package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u200b",
                "\u200d\ufe0f",
                "\u2800\u2800",
                "\u3164",
                "\u115f\u1160",
                "\uffa0",
                "\u00ad",
                "\u034f",
                "\u2060\ufeff",
                "\u202e\u202c",
                "\udb40\udc61",
                "\u0007",
                "\ud834\udd59",
            })
    void shouldSeeNothing(String text) {
        assertThat(Visible.isIn(text)).isFalse();
        assertThat(Visible.fold(text)).isEmpty();
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new MessageText("x").requireVisible().value().concat(visible(text)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID))
                .satisfies(refused -> assertThat(refused.field()).contains("text"));
    }

    private static String visible(String text) {
        return new MessageText(text).requireVisible().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "…", "\u0301", "👩‍🚀", "\u2801", "\u0600", "\ufffd", "می‌خواهم"})
    void shouldSeeSomething(String text) {
        assertThat(Visible.isIn(text)).isTrue();
        assertThat(visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "οδοσ, ΟΔΟΣ",
        "οδος, ΟΔΟΣ",
        "Straße, STRASSE",
        "STRAẞE, strasse",
        "ma\u200bin, MAIN",
        "m\u00ada\u2060in\ufe0f, main",
        "ｍａｉｎ, main",
        "a\u00a0\u3000 b, a b",
        "a\u2800b, a b",
        "❤\ufe0f, ❤",
        "ﬁle, FILE",
        "e\u0301te, ÉTE",
        "ǅ, ǆ",
        "ΐ, Ϊ́",
        "ŉ, ʼN",
    })
    void shouldFoldWhatLooksAlikeToTheSame(String one, String other) {
        assertThat(Visible.fold(one)).isEqualTo(Visible.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"main, man", "a b, ab", "ü, u", "İ, I", "0, O"})
    void shouldTellOthersApart(String one, String other) {
        assertThat(Visible.fold(one)).isNotEqualTo(Visible.fold(other));
    }

    @Test
    void shouldFoldToWhatStaysAsItIs() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int length = 1 + random.nextInt(5); length > 0; length--) {
                int limit = random.nextBoolean() ? 0x2100 : Character.MAX_CODE_POINT;
                int c = random.nextInt(limit);
                text.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 'x' : c);
            }
            String folded = Visible.fold(text.toString());
            assertThat(Visible.fold(folded)).as(text.toString()).isEqualTo(folded);
            assertThat(folded.isEmpty()).as(text.toString()).isEqualTo(!Visible.isIn(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u2800",
                "\u3164",
                "\u202eniam",
                "a\u2067b",
                "\u00a0main",
                "main\u00a0",
                "\u2028\ufeff",
                "\u0378",
                "\ufdd0",
            })
    void shouldRefuseToNameARoomSo(String name) {
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new RoomName(name).requireNew())
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Garden", "👩🏽‍🚀 lounge", "❤️", "می‌خواهم", "שלום", "…", "\ud83e\udef8", "\ud83e\udedf"})
    void shouldNameARoomSo(String name) {
        RoomName room = new RoomName(name);
        assertThatCode(room::requireNew).doesNotThrowAnyException();
        assertThat(new RoomName(room.key())).isEqualTo(room);
    }
}

package dev.confab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "<b>&\"'", "שלום", "👩‍👩‍👧‍👦", "e\u0301"})
    void shouldKeepTheTextAsItWasWritten(String text) {
        assertThat(Line.of("topic", text, 20)).isEqualTo(text);
    }

    @Test
    void shouldTrimBeforeItMeasures() {
        assertThat(Line.of("topic", "  abc  ", 3)).isEqualTo("abc");
    }

    @Test
    void shouldCountCharactersNotCodeUnits() {
        assertThat(Line.of("topic", "😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> Line.of("topic", "😀😀😀😀", 3))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LONG))
                .satisfies(refused -> assertThat(refused.field()).contains("topic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\u0085b", "a\uD83Db"})
    void shouldRefuseWhatIsNoLine(String text) {
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> Line.of("reason", text, 20))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID));
    }
}

package dev.confab.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTextTest {

    @Test
    void shouldTrim() {
        assertThat(ProfileText.displayName("  Alice \n")).isEqualTo("Alice");
        assertThat(ProfileText.bio(" \t ")).isEmpty();
    }

    @Test
    void shouldCountCharactersNotUnits() {
        // given
        String fifty = "👩".repeat(50);
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> ProfileText.displayName(fifty + "x"));
        // then
        assertThat(ProfileText.displayName(fifty)).isEqualTo(fifty);
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\0b", "a\u2028b", "a\ud800b"})
    void shouldKeepADisplayNameOnOneCleanLine(String text) {
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> ProfileText.displayName(text));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
    }

    @Test
    void shouldAllowLinesInABio() {
        assertThat(ProfileText.bio("one\r\ntwo\tthree")).isEqualTo("one\r\ntwo\tthree");
    }
}

package dev.confab.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "        ", "👩🏽‍🚀👩🏽‍🚀", "пароль-пароль"})
    void shouldTakeAnyCharacters(String text) {
        // when
        Password password = Password.chosen(text, "next");
        // then
        assertThat(password.value()).isEqualTo(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1234567", "👩👩👩👩", "1234567\0", "12345678\ud800"})
    void shouldNotTakeWhatIsNoPassword(String text) {
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> Password.chosen(text, "next"));
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.field()).contains("next");
    }

    @Test
    void shouldCountBytesUpwards() {
        // given
        String fits = "é".repeat(36);
        // when
        var refusal = catchThrowableOfType(ConfabException.class, () -> Password.chosen(fits + "x", "password"));
        // then
        assertThat(Password.chosen(fits, "password").isPossible()).isTrue();
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678\00012345678",
                "1234567890123456789012345678901234567890123456789012345678901234567890123"
            })
    void shouldNeverLetBcryptSeeWhatItWouldTakeForAnother(String text) {
        // when
        Password password = Password.given(text, "password");
        // then
        assertThat(password.isPossible()).isFalse();
    }

    @Test
    void shouldNotShowItself() {
        // when
        String text = Password.given("open sesame", "password").toString();
        // then
        assertThat(text).doesNotContain("sesame");
    }
}

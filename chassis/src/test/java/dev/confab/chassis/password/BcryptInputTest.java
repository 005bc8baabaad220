package dev.confab.chassis.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptInputTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "pässwörd 🔑", "\u0001", "\t"})
    void shouldTakeWhatBcryptTakesAsItIs(String password) {
        assertThatCode(() -> BcryptInput.require(password, "password")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "a\0a", "\ud83d", "a\udd11b"})
    void shouldRefuseWhatBcryptWouldChange(String password) {
        assertThat(BcryptInput.isExact(password)).isFalse();
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> BcryptInput.require(password, "password"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID))
                .satisfies(refused -> assertThat(refused.field()).contains("password"));
    }

    @Test
    void shouldRefuseWhatBcryptWouldCutOff() {
        assertThat(BcryptInput.isExact("ü".repeat(36))).isTrue();
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> BcryptInput.require("ü".repeat(36) + "x", "password"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LONG));
    }
}

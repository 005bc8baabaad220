package dev.confab.chassis.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "12345678",
                "qwertyuiop",
                "P@ssw0rd",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "grandmother-ann",
                "Confab1!",
                "chatroom",
                "confabconfab"
            })
    void shouldRefuseWhatIsEasyToGuess(String password) {
        // when
        ConfabException refusal = refusal(password);
        // then
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.field()).contains("next");
        assertThat(refusal.detail()).contains("easy to guess").contains("Add another word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "zq8!xv2", "🔑🔑🔑🔑🔑🔑🔑"})
    void shouldAskForLengthFirst(String password) {
        assertThat(refusal(password).detail()).contains("at least 8 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long password",
                "correct horse",
                "pässwörd 🔑",
                "открой меня скорее",
                "tr0ub4dor&3",
                "6f1c9e52-70a4-4f0d-8a3b-1f6f8e1c2d3a6f1c9e52-70a4-4f0d-8a3b-1f6f8e1c"
            })
    void shouldTakeWhatIsNot(String password) {
        assertThatCode(() -> require(password)).doesNotThrowAnyException();
    }

    @Test
    void shouldLookAtABoundedPartOfWhatWouldTakeLong() {
        // looked at as a whole, this takes twenty seconds
        assertThatCode(() -> require("4@8({[<369!|17105$".repeat(4))).doesNotThrowAnyException();
    }

    private static ConfabException refusal(String password) {
        return catchThrowableOfType(ConfabException.class, () -> require(password));
    }

    private static void require(String password) {
        PasswordStrength.require(password, "next", "grandmother-ann");
    }
}

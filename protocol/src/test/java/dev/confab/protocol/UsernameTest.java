package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Ann", "ann_b.c-d", "007", "_", "."})
    void shouldKeepTheNameAsItWasWritten(String name) {
        assertThat(new Username(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann b", "änn", "ann\n", "ann/bob", "a@b", "<b>", "ann'", "ａｎｎ", " ann", "😀"})
    void shouldRefuseOtherCharacters(String name) {
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new Username(name))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID))
                .satisfies(refused -> assertThat(refused.field()).contains("username"));
    }

    @Test
    void shouldRefuseNamesThatAreEmptyOrTooLong() {
        assertThat(new Username("a".repeat(50)).value()).hasSize(50);
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new Username("a".repeat(51)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LONG));
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new Username(""))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID));
    }

    @Test
    void shouldBeTheSameInAnyCase() {
        assertThat(new Username("Ann"))
                .isEqualTo(new Username("aNN"))
                .hasSameHashCodeAs(new Username("aNN"))
                .isNotEqualTo(new Username("Anna"));
        assertThat(new Username("Ann").key()).isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "AB_c.D-9", "K", ".", "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ"})
    void shouldHaveAKeyThatIsANameWithThatKey(String name) {
        Username user = new Username(name);

        assertThat(new Username(user.key())).isEqualTo(user);
        assertThat(new Username(user.key()).key()).isEqualTo(user.key());
    }

    @Test
    void shouldHaveTheSameKeyWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(new Username("IRIS").key()).isEqualTo("iris");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldBeAPlainStringInJson() {
        assertThat(Json.text(new Username("Ann"))).isEqualTo("\"Ann\"");
        assertThat(Json.read("\"Ann\"", Username.class).value()).isEqualTo("Ann");
    }
}

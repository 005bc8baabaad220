package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private static final byte[] PAYLOAD = "{\"a\":\"€\"}".getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = new SigningKey("0123456789abcdef0123456789abcdef");

    @Test
    void shouldGiveBackWhatItSigned() {
        String token = key.sign("ticket", PAYLOAD);

        assertThat(key.verify("ticket", token))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(PAYLOAD));
    }

    @Test
    void shouldMakeTokensThatFitIntoHeadersAndAddresses() {
        assertThat(key.sign("ticket", PAYLOAD)).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void shouldRefuseATokenMadeForAnotherPurpose() {
        String token = key.sign("ticket", PAYLOAD);

        assertThat(key.verify("pass", token)).isEmpty();
        assertThat(key.verify("", token)).isEmpty();
    }

    @Test
    void shouldRefuseATokenOfAnotherKey() {
        SigningKey other = new SigningKey("0123456789abcdef0123456789abcdeg");

        assertThat(key.verify("ticket", other.sign("ticket", PAYLOAD))).isEmpty();
    }

    @Test
    void shouldRefuseATokenThatWasChangedAnywhere() {
        String token = key.sign("ticket", PAYLOAD);

        // the last character of each part also holds bits that belong to no byte
        for (int i = 0; i < token.length() - 1; i++) {
            if (token.charAt(i) != '.' && token.charAt(i + 1) != '.') {
                char other = token.charAt(i) == 'A' ? 'B' : 'A';
                String changed = token.substring(0, i) + other + token.substring(i + 1);
                assertThat(key.verify("ticket", changed)).as("changed at %d", i).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "abc", "abc.", ".abc", "a.b.c", "€.€", "YQ.YQ", "eyJ9.\u0000"})
    void shouldRefuseGarbage(String token) {
        assertThat(key.verify("ticket", token)).isEmpty();
    }

    @Test
    void shouldRefuseASecretThatIsTooShort() {
        assertThatThrownBy(() -> new SigningKey("0123456789abcdef0123456789abcde"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("confab.signing.secret")
                .hasMessageNotContaining("0123");
    }
}

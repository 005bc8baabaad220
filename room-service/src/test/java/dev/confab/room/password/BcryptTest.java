package dev.confab.room.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "pässwörd 🔑",
                "with space ",
                "0123456789012345678901234567890123456789012345678901234567890123456789xy"
            })
    void shouldMatchWhatItHashed(String password) {
        String hash = Bcrypt.hash(password, 4);

        assertThat(Bcrypt.matches(password, hash)).isTrue();
        assertThat(Bcrypt.matches(password + "x", hash)).isEqualTo(password.length() == 72);
        assertThat(Bcrypt.matches(password.substring(1) + "y", hash)).isFalse();
        assertThat(hash).startsWith("$2a$04$").hasSize(60);
    }

    @Test
    void shouldSaltEachHash() {
        assertThat(Bcrypt.hash("same", 4)).isNotEqualTo(Bcrypt.hash("same", 4));
    }
}

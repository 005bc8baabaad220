package dev.confab.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
    private static final RefreshToken TOKEN =
            new RefreshToken(new SessionId("018f2b6a-7c1e-7d3a-9b2f-0123456789ab"), "x".repeat(43));

    @Test
    void shouldReadWhatItWrote() {
        // when
        var read = RefreshToken.parse(TOKEN.toCookie());
        // then
        assertThat(read).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "x", "018f2b6a-7c1e-7d3a-9b2f-0123456789ab.", "018f2b6a-7c1e-7d3a-9b2f-0123456789ab.x"})
    void shouldReadNothingElse(String cookie) {
        // when
        var read = RefreshToken.parse(cookie);
        // then
        assertThat(read).isEmpty();
    }

    @Test
    void shouldNotShowItsSecret() {
        // when
        String text = TOKEN.toString();
        // then
        assertThat(text).doesNotContain(TOKEN.link());
    }
}

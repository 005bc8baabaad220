package dev.confab.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "ALICE",
                "Álice",
                "аlicе",
                "Αlice",
                "ａｌｉｃｅ",
                "al\u200bice",
                "\u202ealice",
                "a l i c e",
                "𝐚𝐥𝐢𝐜𝐞"
            })
    void shouldLookThroughTheSpelling(String text) {
        assertThat(Likeness.of(text)).contains(new Username("alice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "👩🏽‍🚀", "Алиса Л.", "alice & bob"})
    void shouldSeeNoUsernameInWhatIsNone(String text) {
        assertThat(Likeness.of(text)).isEmpty();
    }

    @Test
    void shouldTellDifferentNamesApart() {
        assertThat(Likeness.of("alice-2")).contains(new Username("alice-2"));
    }
}

package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    @Test
    void shouldLeaveAShortTextAsItIs() {
        String text = "a".repeat(Opening.MAX_LENGTH);
        assertThat(Opening.of(text)).isEqualTo(text);
        assertThat(Opening.of(text + "b")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍👩‍👧‍👦", "🇩🇪", "e\u0301", "👍🏽", "각", "क्षि", "\r\n"})
    void shouldNotCutWhatPeopleSeeAsOneCharacter(String character) {
        for (int before = 0; before < 12; before++) {
            // given
            String beginning = "a".repeat(before);
            // when
            String opening = Opening.of(beginning + character.repeat(Opening.MAX_LENGTH));
            // then
            assertThat(opening.length()).isBetween(Opening.MAX_LENGTH - character.length() + 1, Opening.MAX_LENGTH);
            assertThat(opening.substring(before).replace(character, "")).isEmpty();
        }
    }

    @Test
    void shouldCutWhatIsLongerThanAnyCharacter() {
        assertThat(Opening.of("e" + "\u0301".repeat(500))).hasSize(Opening.MAX_LENGTH);
        assertThat(Opening.of("😀" + "\uD83C\uDFFD\u200D😀".repeat(500)).codePoints())
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}

package dev.confab.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.MessageText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ann|ann",
                "hi @Ann!|ann",
                "(@ann)|ann",
                "@ann, look|ann",
                "@ann's|ann",
                "你好@ann|ann",
                "これは@annさん|ann",
                "안녕@ann|ann",
                "**@ann**|ann",
                "ask @jo.do-e_2|jo.do-e_2",
                "ends with @ann.|ann.",
                "@room|room",
            })
    void shouldFindTheNameBehindAnAt(String text, String name) {
        assertThat(namesIn(text)).isEqualTo(name == null ? List.of() : List.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail ann@example.org",
                "see https://example.org/@ann",
                "> @ann wrote",
                "[x](https://example.org/@ann)",
                "`@ann`",
                "``a ` @ann``",
                "```\n@ann\n```",
                "```java\n@Override\n",
                "~~~\n@ann\n~~~",
                "@",
                "@@ann",
                "@ ann",
            })
    void shouldFindNoneWhereNobodyIsMeant(String text) {
        assertThat(namesIn(text)).isEmpty();
    }

    @Test
    void shouldFindThemBehindCode() {
        assertThat(namesIn("```\n@Test\n```\n@ann see `@bob` and @cid")).containsExactly("ann", "cid");
    }

    @Test
    void shouldNameEachOnce() {
        assertThat(namesIn("@ann @bob @ANN")).containsExactly("ann", "bob");
    }

    @Test
    void shouldTakeATextThatIsAllBackticks() {
        assertThat(namesIn("`".repeat(1_999) + "@ann" + "`".repeat(1_997))).isNotNull();
        assertThat(namesIn("@ann " + "` ``".repeat(990))).containsExactly("ann");
    }

    private static List<String> namesIn(String text) {
        return NamesInText.of(new MessageText(text));
    }
}

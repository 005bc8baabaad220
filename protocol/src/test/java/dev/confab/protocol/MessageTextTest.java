package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @Test
    void shouldKeepTheIndentationOfTheFirstLine() {
        assertThat(new MessageText("    if (tea) {\n        drink();\n    }").value())
                .isEqualTo("    if (tea) {\n        drink();\n    }");
        assertThat(new MessageText("\thello").value()).isEqualTo("\thello");
    }

    @Test
    void shouldDropEmptyLinesBeforeAndWhiteSpaceBehind() {
        assertThat(new MessageText(" \n\t\r\n\n  hello \n\n ").value()).isEqualTo("  hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", " \n\t "})
    void shouldRefuseATextOfWhiteSpaceAlone(String text) {
        assertThatThrownBy(() -> new MessageText(text).requireVisible())
                .isInstanceOfSatisfying(
                        ConfabException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
    }

    @Test
    void shouldCountOnlyWhatIsKept() {
        assertThat(new MessageText("\n".repeat(9) + "x".repeat(MessageText.MAX_LENGTH) + " ").value())
                .hasSize(MessageText.MAX_LENGTH);
    }
}

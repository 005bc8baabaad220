package dev.confab.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/security.md} answers for the whole of the standard, and says of nothing that it is met without a test. */
@Order(0)
class SecurityDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/security.md");
    private static final String NUMBERS = "ASVS";
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.\\d+\\.)(\\d+)(?:–(\\d+))?");

    /** The requirements of levels 1 and 2 of OWASP ASVS 5.0.0. */
    private static final String STANDARD = """
            1.1.1–2 1.2.1–9 1.3.1–11 1.4.1–3 1.5.1–2
            2.1.1–3 2.2.1–3 2.3.1–4 2.4.1
            3.2.1–2 3.3.1–4 3.4.1–6 3.5.1–5 3.7.1–2
            4.1.1–3 4.2.1 4.3.1–2 4.4.1–4
            5.1.1 5.2.1–3 5.3.1–2 5.4.1–3
            6.1.1–3 6.2.1–12 6.3.1–4 6.4.1–4 6.5.1–5 6.6.1–3 6.8.1–4
            7.1.1–3 7.2.1–4 7.3.1–2 7.4.1–5 7.5.1–2 7.6.1–2
            8.1.1–2 8.2.1–3 8.3.1 8.4.1
            9.1.1–3 9.2.1–4
            10.1.1–2 10.2.1–2 10.3.1–4 10.4.1–11 10.5.1–5 10.6.1–2 10.7.1–3
            11.1.1–2 11.2.1–3 11.3.1–3 11.4.1–4 11.5.1 11.6.1
            12.1.1–3 12.2.1–2 12.3.1–4
            13.1.1 13.2.1–5 13.3.1–2 13.4.1–5
            14.1.1–2 14.2.1–4 14.3.1–3
            15.1.1–3 15.2.1–3 15.3.1–7
            16.1.1 16.2.1–5 16.3.1–4 16.4.1–3 16.5.1–3
            17.1.1 17.2.1–4 17.3.1–2
            """;

    static Stream<Row> answers() {
        return Row.of(DOCUMENT).stream().filter(row -> row.has(NUMBERS));
    }

    static Stream<Row> answersWithAState() {
        return answers().filter(row -> row.has("state"));
    }

    @Test
    void shouldAnswerEachRequirementOnce() {
        // when
        List<String> answered =
                answers().flatMap(row -> numbers(row.cell(NUMBERS))).toList();
        // then
        assertThat(numbers(STANDARD)).hasSize(253);
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(numbers(STANDARD).toList());
    }

    @ParameterizedTest
    @MethodSource("answersWithAState")
    void shouldProveWhatItSays(Row row) {
        switch (row.cell("state")) {
            case "met" -> assertThat(NamedTest.of(row.cell("test"))).isNotEmpty();
            // the requirement asks for a document, and this is where it is
            case "written" -> assertThat(row.cell("here")).containsPattern("\\]\\([^)]+\\)");
            case "partly", "not met" -> assertThat(row.cell("here")).isNotEmpty();
            default -> throw new AssertionError("met, written, partly or not met: " + row);
        }
    }

    private static Stream<String> numbers(String text) {
        return NUMBER.matcher(text).results().flatMap(match -> {
            int first = Integer.parseInt(match.group(2));
            int last = match.group(3) == null ? first : Integer.parseInt(match.group(3));
            return IntStream.rangeClosed(first, last).mapToObj(number -> match.group(1) + number);
        });
    }
}

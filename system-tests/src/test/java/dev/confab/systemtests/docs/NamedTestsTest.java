package dev.confab.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/promises.md} and {@code docs/security.md} say is tested, by tests that are there. */
@Order(0)
class NamedTestsTest {
    private static final Path DOCS = Path.of("../docs");

    static Stream<Row> rows() {
        return Stream.of("promises.md", "security.md")
                .map(DOCS::resolve)
                .map(Row::of)
                .flatMap(List::stream)
                .filter(row -> row.has("test"));
    }

    static Stream<Row> promises() {
        return rows().filter(row -> row.document().equals("promises.md"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldNameTestsThatExist(Row row) {
        // when
        List<NamedTest> named = NamedTest.of(row.cell("test"));
        // then
        assertThat(named).allMatch(NamedTest::exists);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void shouldNameATestOfEachPromise(Row promise) {
        // when
        List<NamedTest> named = NamedTest.of(promise.cell("test"));
        // then
        assertThat(named).isNotEmpty();
    }

    @Test
    void shouldReadRowsByTheHeadsOfTheirColumns() throws Exception {
        // given
        Path document = Files.writeString(Files.createTempFile("rows", ".md"), """
                | a | test |
                | --- | --- |
                | one \\| two | `OneTest`, `TwoTest` (auth, gateway) |
                no table
                | b |
                | --- |
                | three |
                """);
        // when
        List<Row> rows = Row.of(document);
        // then
        assertThat(rows)
                .extracting(Row::cells)
                .containsExactly(
                        Map.of("a", "one \\| two", "test", "`OneTest`, `TwoTest` (auth, gateway)"),
                        Map.of("b", "three"));
        assertThat(NamedTest.of(rows.getFirst().cell("test")))
                .containsExactly(
                        new NamedTest("system-tests", "OneTest"),
                        new NamedTest("auth-service", "TwoTest"),
                        new NamedTest("gateway", "TwoTest"));
    }

    @Test
    void shouldKnowWhatIsNoTest() {
        // then
        assertThat(List.of(
                        new NamedTest("system-tests", "BrowserTest"),
                        new NamedTest("system-tests", "GoneTest"),
                        new NamedTest("nowhere", "JoinTest")))
                .noneMatch(NamedTest::exists);
    }
}

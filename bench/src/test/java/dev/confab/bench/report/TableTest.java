package dev.confab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<Section> SECTIONS = List.of(new Section(
            "room",
            "a room with a title that is longer than any measure of it",
            List.of(
                    Figure.of("cost", 4.2, "µs").with(Target.atMost(7)).besides("floor 2"),
                    Figure.of("rate", 100, "rows/s").with(Target.atLeast(200)),
                    Figure.of("people", 1000, ""))));

    @Test
    void shouldPutTheTargetBesideTheFigure() {
        assertThat(Table.text(SECTIONS)).isEqualTo("""
                          figure      target  met  for comparison
                a room with a title that is longer than any measure of it
                  cost    4.20 µs     ≤ 7     yes  floor 2
                  rate    100 rows/s  ≥ 200   no
                  people  1,000""");
    }

    @Test
    void shouldBeMarkdownForTheDocuments() {
        assertThat(Table.markdown(SECTIONS)).contains("| cost | 4.20 µs | ≤ 7 | yes | floor 2 |");
    }
}

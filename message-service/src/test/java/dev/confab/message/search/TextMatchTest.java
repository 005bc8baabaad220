package dev.confab.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The kettle             | kettle          | [kettle]
                    Crème and creme        | creme           | [Crème, creme]
                    a 🎉🎉 party           | party           | [party]
                    teapots and tea        | tea             | [teapots, tea]
                    我们在东京都见面        | 东京都            | [东京都]
                    in the big kitchen     | "big kitchen"   | [big, kitchen]
                    tea or tea-time        | "tea time"      | [tea, time]
                    """)
    void shouldMarkWhatWasFound(String text, String q, String marked) {
        // when
        List<List<Integer>> ranges = TextMatch.of(ReadQuery.of(q).words(), text).orElseThrow();
        // then
        assertThat(ranges.stream()
                        .map(range -> text.substring(range.getFirst(), range.getLast()))
                        .toList())
                .hasToString(marked);
    }
}

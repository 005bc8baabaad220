package dev.confab.media.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final long SIZE = 100;

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 9", "bytes=90-, 90, 99", "bytes=90-500, 90, 99", "bytes=-10, 90, 99", "bytes=-500, 0, 99"
    })
    void shouldReadOnePart(String header, long first, long last) {
        assertThat(ByteRange.of(Optional.of(header), SIZE)).contains(new ByteRange(first, last));
        assertThat(new ByteRange(first, last).isSatisfiable(SIZE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9,20-29", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=1--2", ""})
    void shouldServeTheWholeWhereNoOnePartIsAskedFor(String header) {
        assertThat(ByteRange.of(Optional.of(header), SIZE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=9-0", "bytes=-0", "bytes=999999999999999999-"})
    void shouldKnowAPartThatIsNotThere(String header) {
        assertThat(ByteRange.of(Optional.of(header), SIZE)).get().matches(range -> !range.isSatisfiable(SIZE));
    }

    @Test
    void shouldServeTheWholeWhereNothingIsAsked() {
        assertThat(ByteRange.of(Optional.empty(), SIZE)).isEmpty();
    }
}

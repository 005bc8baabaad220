package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadHistoryTest {
    private static final int EPOCH = 2;
    private static final OptionalLong END = OptionalLong.of(100);

    private static Span.Before before(long position) {
        return new Span.Before(new LogPosition(EPOCH, new Position(position)));
    }

    @Test
    void shouldNeedAllThatIsInTheLog() {
        assertThat(ReadHistory.needed(new Span.Latest(), END)).isEqualTo(END);
        assertThat(ReadHistory.needed(new Span.After(new LogPosition(EPOCH, new Position(5))), END))
                .isEqualTo(END);
        assertThat(ReadHistory.needed(before(1_000), END)).isEqualTo(END);
    }

    @Test
    void shouldNeedNoMoreThanIsAskedFor() {
        assertThat(ReadHistory.needed(before(50), END)).isEqualTo(OptionalLong.of(50));
    }

    @Test
    void shouldNeedNothingThatNobodyKnowsOf() {
        assertThat(ReadHistory.needed(new Span.Latest(), OptionalLong.empty())).isEmpty();
        assertThat(ReadHistory.needed(before(50), OptionalLong.empty())).isEmpty();
    }
}

package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadHistoryTest {
    private static final int EPOCH = 2;
    private static final OptionalLong END = OptionalLong.of(100);

    private static Span.Before before(int epoch, long position) {
        return new Span.Before(new LogPosition(epoch, new Position(position)));
    }

    @Test
    void shouldNeedAllThatIsInTheLog() {
        assertThat(ReadHistory.needed(new Span.Latest(), EPOCH, END)).isEqualTo(END);
        assertThat(ReadHistory.needed(new Span.After(new LogPosition(EPOCH, new Position(5))), EPOCH, END))
                .isEqualTo(END);
        assertThat(ReadHistory.needed(before(EPOCH, 1_000), EPOCH, END)).isEqualTo(END);
    }

    @Test
    void shouldNeedNoMoreThanIsAskedFor() {
        assertThat(ReadHistory.needed(before(EPOCH, 50), EPOCH, END)).isEqualTo(OptionalLong.of(50));
        assertThat(ReadHistory.needed(before(EPOCH - 1, 1_000), EPOCH, END)).isEmpty();
    }

    @Test
    void shouldNeedNothingThatNobodyKnowsOf() {
        assertThat(ReadHistory.needed(new Span.Latest(), EPOCH, OptionalLong.empty()))
                .isEmpty();
        assertThat(ReadHistory.needed(before(EPOCH, 50), EPOCH, OptionalLong.empty()))
                .isEmpty();
    }
}

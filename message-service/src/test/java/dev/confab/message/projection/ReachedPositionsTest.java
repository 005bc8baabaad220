package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachedPositionsTest {
    private final ReachedPositions positions = new ReachedPositions();

    @Test
    void shouldTellOnlyWhatHasChanged() {
        // given
        positions.reached(1, 10);
        positions.reached(2, 20);
        assertThat(positions.untold()).isEqualTo(Map.of(1, 10L, 2, 20L));
        // when
        positions.told(1, 10);
        positions.told(2, 20);
        positions.reached(1, 10);
        positions.reached(2, 21);
        // then
        assertThat(positions.untold()).isEqualTo(Map.of(2, 21L));
    }

    @Test
    void shouldTellAgainWhatMovedWhileItWasBeingTold() {
        // given
        positions.reached(1, 10);
        Map<Integer, Long> untold = positions.untold();
        // when
        positions.reached(1, 11);
        positions.told(1, untold.get(1));
        // then
        assertThat(positions.untold()).isEqualTo(Map.of(1, 11L));
    }

    @Test
    void shouldTellNothingOfAnEmptyPartition() {
        positions.reached(1, 0);
        assertThat(positions.untold()).isEmpty();
    }

    @Test
    void shouldTellAfreshOfAPartitionThatCameBack() {
        // given
        positions.reached(1, 10);
        positions.told(1, 10);
        // when
        positions.released(1);
        positions.told(1, 10);
        // then
        assertThat(positions.untold()).isEmpty();
        // when
        positions.reached(1, 10);
        // then
        assertThat(positions.untold()).isEqualTo(Map.of(1, 10L));
    }
}

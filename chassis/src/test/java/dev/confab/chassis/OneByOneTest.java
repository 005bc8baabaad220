package dev.confab.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    @Test
    void shouldLoseNoOtherToABadOne() {
        // given
        var handled = new ArrayList<Integer>();
        // when
        OneByOne.handle("dividing", List.of(1, 0, 2), number -> handled.add(6 / number));
        // then
        assertThat(handled).containsExactly(6, 3);
    }
}

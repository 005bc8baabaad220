package dev.confab.bench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkerTest {
    @Test
    void shouldFindWhenAMessageWasDue() {
        var frame = bytes("{\"position\":5,\"text\":\"" + Marker.text(1234567890123L) + "\"}");

        assertThat(Marker.find(frame, 0, frame.writerIndex())).isEqualTo(1234567890123L);
    }

    @Test
    void shouldNotFindWhatIsInTheNextFrame() {
        var frames = bytes("{\"type\":\"users\"}" + Marker.text(1));

        assertThat(Marker.find(frames, 0, 16)).isEqualTo(-1);
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}

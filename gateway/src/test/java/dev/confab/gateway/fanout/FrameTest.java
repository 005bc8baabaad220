package dev.confab.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Position;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final Instant AT = Instant.parse("2030-01-02T03:04:05.006Z");

    @Test
    void shouldPutPositionAndTimeInFrontOfTheRecordAsItIs() {
        Frame frame = Frame.of(
                new Position(42), AT, "{\"type\":\"message\",\"text\":\"\\u003c ü\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(frame.text())
                .isEqualTo("{\"position\":42,\"at\":\"2030-01-02T03:04:05.006Z\","
                        + "\"type\":\"message\",\"text\":\"\\u003c ü\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 65_535, 65_536, 100_000})
    void shouldBeReadByAnyWebSocketClientWhateverItsLength(int length) {
        String text = "x".repeat(length);
        Frames frames = Frames.encode(List.of(Frame.ofJson(text), Frame.ofJson("second")));
        EmbeddedChannel client = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(1 << 20)
                .build()));

        client.writeInbound(frames.wire());
        frames.release();

        assertThat(text(client.readInbound())).isEqualTo(text);
        assertThat(text(client.readInbound())).isEqualTo("second");
    }

    private static String text(TextWebSocketFrame frame) {
        try {
            return frame.text();
        } finally {
            frame.release();
        }
    }
}

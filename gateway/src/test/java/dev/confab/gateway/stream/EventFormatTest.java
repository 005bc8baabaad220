package dev.confab.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Epoch;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {
    private final EventFormat format = new EventFormat(new Epoch("log-1"));

    @Test
    void shouldNameEachEventByItsTypeAndGiveItsPositionAsId() {
        // when
        String text = text("{\"position\":7,\"type\":\"message\",\"text\":\"hé\"}", "{\"type\":\"error\"}");
        // then
        assertThat(text).isEqualTo("""
            event:message
            id:log-1.7
            data:{"position":7,"type":"message","text":"hé"}

            event:error
            data:{"type":"error"}

            """);
    }

    @Test
    void shouldKeepAnEventInOneLineHoweverItWasWrittenIntoTheLog() {
        // when
        String text = text("{\r\n\"type\":\n\"message\"}");
        // then
        assertThat(text).isEqualTo("event:message\ndata:{  \"type\": \"message\"}\n\n");
    }

    private String text(String... frames) {
        ByteBuf events =
                format.apply(List.of(frames).stream().map(Frame::ofJson).toList());
        try {
            return events.toString(StandardCharsets.UTF_8);
        } finally {
            events.release();
        }
    }
}

package dev.confab.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.Json;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final String REST = "\"conversation\":\"ann/bob\",\"id\":\"0190a5d0-0000-7000-8000-000000000001\","
            + "\"from\":\"Ann\",\"to\":\"Bob\",\"text\":\"psst\"}";

    @Test
    void shouldTellClientsOfAPrivateMessageOfAFormerVersionAsOfAnyOther() {
        // when
        JsonNode frame = frame("{\"type\":\"direct\"," + REST);
        // then
        assertThat(frame).isEqualTo(frame("{\"type\":\"message\"," + REST));
        assertThat(frame.path("text").asText()).isEqualTo("psst");
        assertThat(frame.path("position").asLong()).isEqualTo(7);
    }

    @Test
    void shouldLeaveTheRestAsItStandsInTheLog() {
        assertThat(frame("{\"type\":\"message\",\"later\":1," + REST)
                        .path("later")
                        .asInt())
                .isEqualTo(1);
    }

    private static JsonNode frame(String value) {
        var record = new ConsumerRecord<>("confab.rooms", 0, 7, new byte[0], value.getBytes(StandardCharsets.UTF_8));
        return Json.read(
                Records.frame(Records.read(record), record).text().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}

package dev.confab.chassis.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.confab.chassis.topics.TopicReader.Handler;
import dev.confab.protocol.Json;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    @Test
    void shouldNotLoseOthersToARecordOfANewerVersion() {
        // given
        var batch = batch(
                "{\"type\":\"heartbeat\",\"gateway\":\"one\"}",
                "{\"type\":\"waving\",\"gateway\":\"one\"}",
                "{\"type\":\"heartbeat\",\"gateway\":\"two\",\"mood\":\"new\"}");
        var heard = new ArrayList<String>();
        // when
        Handler.ofEach(record -> heard.add(
                        Json.read(record.value(), PresenceRecord.class).gateway()))
                .onRecords(batch);
        // then
        assertThat(heard).containsExactly("one", "two");
    }

    @Test
    void shouldCloseThoughItNeverStarted() {
        // given
        var reader = new TopicReader(Map.of(), Topic.PRESENCE, new StartAt.Beginning(), batch -> {});
        // then
        assertThatCode(reader::close).doesNotThrowAnyException();
    }

    private static ConsumerRecords<byte[], byte[]> batch(String... values) {
        var partition = new TopicPartition("confab.presence", 0);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (String value : values) {
            records.add(new ConsumerRecord<>(
                    partition.topic(), 0, records.size(), new byte[0], value.getBytes(StandardCharsets.UTF_8)));
        }
        return new ConsumerRecords<>(Map.of(partition, List.copyOf(records)), Map.of());
    }
}

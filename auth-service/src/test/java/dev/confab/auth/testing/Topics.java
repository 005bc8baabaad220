package dev.confab.auth.testing;

import dev.confab.protocol.Json;
import dev.confab.protocol.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is in the topics. */
public final class Topics {
    private Topics() {}

    /** All records of a topic of one partition so far, oldest first. */
    public static <T> List<T> read(Topic topic, Class<T> type) {
        Map<String, Object> settings = Map.of("bootstrap.servers", BackendsResource.kafkaServers());
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            TopicPartition partition = new TopicPartition(topic.topicName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<T> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(Json.read(record.value(), type)));
            }
            return values;
        }
    }
}

package dev.confab.systemtests.chaos;

import static java.util.stream.Collectors.toMap;

import dev.confab.protocol.AuthorizedAt;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the log past all services, and has it judged. */
final class ReadLog {
    private final Map<String, Judge> judges;

    private ReadLog(Collection<String> streams) {
        judges = streams.stream().collect(toMap(stream -> stream, stream -> new Judge()));
    }

    /** These streams' content up to the log's present end. */
    static Log of(Collection<String> streams, Map<String, Object> kafka) {
        var reader = new ReadLog(streams);
        try (var consumer = consumer(kafka)) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(reader::take);
            }
        }
        return new Log(reader.judges.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, judged -> judged.getValue().entries())));
    }

    /** The position behind the last record of each partition. */
    static Map<Integer, Long> ends(Map<String, Object> kafka) {
        try (var consumer = consumer(kafka)) {
            return consumer.endOffsets(partitions(consumer)).entrySet().stream()
                    .collect(toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of("auto.offset.reset", "earliest", "enable.auto.commit", false));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topic.ROOMS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void take(ConsumerRecord<String, byte[]> kept) {
        var judge = judges.get(kept.key());
        if (judge != null) {
            var position = new Position(kept.offset());
            judge.onEvent(new LoggedEvent(
                    position,
                    Instant.ofEpochMilli(kept.timestamp()),
                    authorizedAt(kept).orElse(position),
                    Json.read(kept.value(), RoomEvent.class)));
        }
    }

    private static Optional<Position> authorizedAt(ConsumerRecord<String, byte[]> kept) {
        return Optional.ofNullable(kept.headers().lastHeader(AuthorizedAt.HEADER))
                .map(header -> AuthorizedAt.read(header.value()));
    }
}

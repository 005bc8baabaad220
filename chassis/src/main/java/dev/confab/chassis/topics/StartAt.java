package dev.confab.chassis.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where a {@link TopicReader} begins. */
public sealed interface StartAt {

    /** With the oldest record that is kept. */
    record Beginning() implements StartAt {}

    /** With what was appended this long ago. */
    record Ago(Duration age) implements StartAt {}

    /** With the last so many records of each partition. */
    record LastRecords(int count) implements StartAt {}

    /** The first position to read of each partition. */
    default Map<TopicPartition, Long> positions(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        return switch (this) {
            case Beginning b -> beginnings;
            case Ago(Duration age) -> since(Instant.now().minus(age), consumer, partitions, ends);
            case LastRecords(int count) ->
                partitions.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), p -> Math.max(at(beginnings, p), at(ends, p) - count)));
        };
    }

    private static Map<TopicPartition, Long> since(
            Instant time, Consumer<?, ?> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> query =
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> time.toEpochMilli()));
        Map<TopicPartition, Long> positions = new HashMap<>(ends);
        consumer.offsetsForTimes(query).forEach((partition, found) -> {
            OffsetAndTimestamp first = found;
            if (first != null) {
                positions.put(partition, first.offset());
            }
        });
        return positions;
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}

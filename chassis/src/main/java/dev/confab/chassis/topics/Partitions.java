package dev.confab.chassis.topics;

import dev.confab.protocol.StreamKey;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Which partition of confab.rooms a stream's events are in: Kafka's own rule for keyed records. */
public final class Partitions {
    private Partitions() {}

    public static int of(StreamKey key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.bytes(), partitions);
    }
}

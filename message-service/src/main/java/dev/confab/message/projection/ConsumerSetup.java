package dev.confab.message.projection;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How the projector takes part in its group. Positions are kept in MySQL, never in Kafka. */
@ApplicationScoped
class ConsumerSetup {
    /** From how many a backlog may be taken up at the same time; each has a transaction of its own. */
    private static final int PARTITIONS = 12;

    /** Of one partition at a time, so that a poll brings something of many. */
    private static final int PARTITION_BYTES = 131_072;

    private final Map<String, Object> kafka;
    private final ProjectionConfig config;

    ConsumerSetup(@Identifier("default-kafka-broker") Map<String, Object> kafka, ProjectionConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    Consumer<byte[], byte[]> consumer() {
        int sessionMillis = Math.toIntExact(config.sessionTimeout().toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", config.group());
        config.instance().ifPresent(instance -> settings.put("group.instance.id", instance));
        settings.put("enable.auto.commit", false);
        // a position that the log does not have is a failure to be told, not a reason to start somewhere else
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", false);
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("session.timeout.ms", sessionMillis);
        settings.put("heartbeat.interval.ms", sessionMillis / 3);
        settings.put("max.partition.fetch.bytes", PARTITION_BYTES);
        settings.put("max.poll.records", PARTITIONS * config.runEvents());
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return new KafkaConsumer<>(settings);
    }
}

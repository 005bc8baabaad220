package dev.confab.gateway.log;

import dev.confab.chassis.topics.Partitions;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.room.Rooms;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one room's events out of its partition; for when message-service can't be asked. On a small pool of its own. */
@ApplicationScoped
class LogScan {
    private static final int MAX_RECORDS = 50_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final Rooms rooms;
    private final ExecutorService pool =
            new ThreadPoolExecutor(0, 2, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1_000));

    LogScan(@Identifier("default-kafka-broker") Map<String, Object> kafka, Rooms rooms) {
        this.kafka = kafka;
        this.rooms = rooms;
    }

    /** As {@link Backfill#between}. */
    Uni<Optional<List<Frame>>> between(RoomName room, Position since, Position upTo) {
        if (upTo.value() - since.value() > MAX_RECORDS) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom().item(() -> scan(room, since, upTo)).runSubscriptionOn(pool);
    }

    private Optional<List<Frame>> scan(RoomName room, Position since, Position upTo) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            int partitions = consumer.partitionsFor(Topic.ROOMS.topicName()).size();
            StreamKey key = StreamKey.of(room);
            TopicPartition partition = new TopicPartition(Topic.ROOMS.topicName(), Partitions.of(key, partitions));
            consumer.assign(List.of(partition));
            long oldest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (oldest > since.value() + 1) {
                return Optional.empty();
            }
            consumer.seek(partition, since.value() + 1);
            return read(consumer, partition, key, upTo);
        }
    }

    private Optional<List<Frame>> read(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, StreamKey key, Position upTo) {
        List<Frame> frames = new ArrayList<>();
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (consumer.position(partition) <= upTo.value()) {
            if (Instant.now().isAfter(deadline) || frames.size() > Backfill.MAX_EVENTS) {
                return Optional.empty();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() <= upTo.value() && Arrays.equals(record.key(), key.bytes())) {
                    frame(record).ifPresent(frames::add);
                }
            }
        }
        return Optional.of(frames);
    }

    private Optional<Frame> frame(ConsumerRecord<byte[], byte[]> record) {
        Position position = new Position(record.offset());
        Instant at = Instant.ofEpochMilli(record.timestamp());
        if (Json.read(record.value(), RoomEvent.class) instanceof RoomEvent.Message message
                && !rooms.get(message.room()).isVoid(message, position, at)) {
            return Optional.of(Frame.of(position, at, record.value()));
        }
        return Optional.empty();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", 3_000);
        settings.remove("group.id");
        return settings;
    }
}

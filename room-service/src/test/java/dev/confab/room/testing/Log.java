package dev.confab.room.testing;

import static org.awaitility.Awaitility.await;

import dev.confab.protocol.Account;
import dev.confab.protocol.Fences;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is in Kafka. Each question reads everything anew. */
public final class Log {
    /** An event and where it stands. */
    public record Entry(RoomEvent event, Position position, Instant at) {}

    private Log() {}

    /** Tells of an account, as auth-service does. */
    static void tell(Account account) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topic.ACCOUNTS.topicName(),
                            account.user().key().getBytes(StandardCharsets.UTF_8),
                            Json.bytes(account)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The room's events in order. */
    public static List<Entry> of(String room) {
        String key = StreamKey.of(new RoomName(room)).value();
        return read(Topic.ROOMS).stream()
                .filter(record -> text(record.key()).equals(key))
                .map(record -> new Entry(
                        Json.read(record.value(), RoomEvent.class),
                        new Position(record.offset()),
                        Instant.ofEpochMilli(record.timestamp())))
                .toList();
    }

    /** The types of the room's events in order, once so many are there. */
    public static List<String> types(String room, int count) {
        return eventually(room, entries -> entries.size() >= count).stream()
                .map(entry ->
                        Json.mapper().valueToTree(entry.event()).get("type").asText())
                .toList();
    }

    /** The room's events once they are as they should be. */
    public static List<Entry> eventually(String room, Predicate<List<Entry>> expected) {
        return await().atMost(Duration.ofSeconds(10)).until(() -> of(room), expected);
    }

    /** The fence rule as somebody knows it who read the whole log. */
    public static Fences fences(String room) {
        Fences fences = new Fences();
        of(room).forEach(entry -> fences.onEvent(entry.event(), entry.position()));
        return fences;
    }

    /** The last published state, empty if there never was one or the room is gone. */
    public static Optional<RoomState> state(String room) {
        return read(Topic.ROOM_STATE).stream()
                .filter(record -> text(record.key()).equals(new RoomName(room).key()))
                .reduce((earlier, later) -> later)
                .map(ConsumerRecord::value)
                .map(json -> Json.read(json, RoomState.class));
    }

    /** The last published state once it is as it should be. */
    public static RoomState stateEventually(String room, Predicate<RoomState> expected) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> state(room), state -> state.filter(expected).isPresent())
                .orElseThrow();
    }

    /** What gateways tell one another. */
    static List<PresenceRecord> presence() {
        return read(Topic.PRESENCE).stream()
                .map(record -> Json.read(record.value(), PresenceRecord.class))
                .toList();
    }

    /** Deletes confab.rooms with all that is in it and makes an empty one. Returns its epoch. */
    public static String makeAnew() throws ExecutionException, InterruptedException {
        String name = Topic.ROOMS.topicName();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (Admin admin = Admin.create(settings)) {
            int partitions = admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .partitions()
                    .size();
            admin.deleteTopics(List.of(name)).all().get();
            return await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(
                            () -> admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                                    .topicId(name)
                                    .get()
                                    .toString(),
                            Objects::nonNull);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

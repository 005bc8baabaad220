package dev.confab.message.projection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.message.database.Database;
import dev.confab.message.log.Epochs;
import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one poll brings of several partitions; none of them is one that the running projector has. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ProjectTogetherTest {
    private static final Client ADA = Client.as("ada");
    private static final AtomicInteger PARTITIONS = new AtomicInteger(2_000);
    private static final int COUNT = 3;

    @Inject
    LogWriter log;

    @Inject
    ProjectPolled projectPolled;

    @Inject
    ProjectionStore store;

    @Inject
    StoredPositions positions;

    @Inject
    ProjectionConfig config;

    @Inject
    ProjectionMetrics metrics;

    @Inject
    Database database;

    @Inject
    Epochs epochs;

    private final int first = PARTITIONS.getAndAdd(COUNT);
    private final List<String> rooms =
            IntStream.range(0, COUNT).mapToObj(i -> "room-" + UUID.randomUUID()).toList();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private int epoch;
    private Assignment assignment;

    @BeforeEach
    void assign() {
        for (String room : rooms) {
            log.room(room, Change.CREATED, false);
            assertThat(ADA.texts(room, "")).isEmpty();
        }
        epoch = epochs.current().await().indefinitely();
        assignment = new Assignment(consumer, epoch, positions, new ReachedPositions(), config, metrics);
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.updateBeginningOffsets(partitions.stream().collect(toMap(partition -> partition, partition -> 0L)));
        consumer.updateEndOffsets(partitions.stream().collect(toMap(partition -> partition, partition -> 100L)));
        assignment.onPartitionsAssigned(partitions);
        assignment.resume();
        assertThat(consumer.paused()).isEmpty();
    }

    private List<TopicPartition> partitions() {
        return IntStream.range(0, COUNT).mapToObj(this::partition).toList();
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(Topic.ROOMS.topicName(), first + number);
    }

    private void projectOneMessageOfEach() {
        projectPolled.project(
                new ConsumerRecords<>(
                        IntStream.range(0, COUNT)
                                .boxed()
                                .collect(toMap(this::partition, number -> List.of(saying(number, "hello")))),
                        Map.of()),
                assignment);
    }

    private ConsumerRecord<byte[], byte[]> saying(int number, String text) {
        var message = message(number, text);
        byte[] value = Json.bytes(message);
        return new ConsumerRecord<>(
                Topic.ROOMS.topicName(),
                first + number,
                0,
                Instant.now().toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                value.length,
                message.stream().bytes(),
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private Content.Posted message(int number, String text) {
        return new Content.Posted(
                new RoomName(rooms.get(number)), MessageId.next(), new Username("ada"), new MessageText(text));
    }

    private List<Long> stored() {
        Map<Integer, Long> stored = store.positions(epoch).await().indefinitely();
        return IntStream.range(0, COUNT)
                .mapToObj(number -> stored.getOrDefault(first + number, -1L))
                .toList();
    }

    /** As another replica would. */
    private void projectBehindItsBack(int number) {
        database.run(
                        "update projection set next_offset = 7 where epoch = ? and partition_no = ?",
                        epoch,
                        first + number)
                .await()
                .indefinitely();
    }

    @Test
    void shouldProjectWhatCameOfAllPartitions() {
        // when
        projectOneMessageOfEach();
        // then
        rooms.forEach(room -> assertThat(ADA.texts(room, "")).containsExactly("hello"));
        assertThat(stored()).containsExactly(1L, 1L, 1L);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void shouldKeepAllOfSeveralRunsOrNothing() {
        // given
        projectBehindItsBack(2);
        List<Run> runs = IntStream.range(0, COUNT)
                .mapToObj(number ->
                        new Run(epoch, first + number, 0, 1, List.of(ReadEvent.from(saying(number, "hello")))))
                .toList();
        // when
        assertThatThrownBy(() -> store.project(runs).await().indefinitely()).isInstanceOf(Superseded.class);
        // then
        assertThat(stored()).containsExactly(0L, 0L, 7L);
    }

    @Test
    void shouldNotBeHeldUpByAPartitionThatAnotherReplicaHasProjected() {
        // given
        projectBehindItsBack(1);
        // when
        projectOneMessageOfEach();
        // then
        assertThat(stored()).containsExactly(1L, 7L, 1L);
        assertThat(consumer.paused()).containsExactly(partition(1));
    }

    @Test
    void shouldNotWaitTogetherForAPartitionThatAnotherReplicaHolds() {
        // given
        List<Run> two = List.of(0, 1).stream()
                .map(number -> new Run(epoch, first + number, 0, 1, List.of()))
                .toList();
        // when: a transaction that is open for as long as the others are tried
        database.transaction(
                        Duration.ofSeconds(20),
                        sql -> sql.run(
                                        "select 1 from projection where epoch = ? and partition_no = ? for update",
                                        epoch,
                                        first + 1)
                                .chain(() -> store.project(two)
                                        .replaceWithVoid()
                                        .onFailure()
                                        .recoverWithNull())
                                .chain(() -> store.project(two.getFirst())))
                .await()
                .indefinitely();
        // then
        assertThat(stored()).containsExactly(1L, 0L, 0L);
    }
}

package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.testing.DatabaseGate;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.Progress;
import dev.confab.protocol.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ProgressTest {
    private static final TopicPartition PROGRESS = new TopicPartition(Topic.PROGRESS.topicName(), 0);

    @Inject
    LogWriter log;

    @Inject
    LogEnds logEnds;

    @Inject
    Epochs epochs;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    DatabaseGate gate;

    private final List<Progress> told = new ArrayList<>();
    private Scene scene;
    private KafkaConsumer<byte[], byte[]> consumer;

    @BeforeEach
    void follow() {
        scene = Scene.of(log, Where.IN_A_ROOM);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove("group.id");
        settings.put("enable.auto.commit", false);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        consumer = new KafkaConsumer<>(settings);
        consumer.assign(List.of(PROGRESS));
        consumer.seekToBeginning(List.of(PROGRESS));
    }

    @AfterEach
    void stop() {
        gate.open();
        consumer.close();
    }

    private void read() {
        byte[] key = Progress.key(logEnds.partition(scene.stream()));
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            if (Arrays.equals(record.key(), key)) {
                told.add(Json.read(record.value(), Progress.class));
            }
        });
    }

    private void readToTheEnd() {
        long end = consumer.endOffsets(Set.of(PROGRESS)).getOrDefault(PROGRESS, 0L);
        while (consumer.position(PROGRESS) < end) {
            read();
        }
    }

    private boolean isTold(Position position) {
        return told.stream().anyMatch(progress -> progress.position().compareTo(position) >= 0);
    }

    /** Until it is told that the room's partition is in history up to there. */
    private void awaitTold(Position position) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            read();
            return isTold(position);
        });
    }

    @Test
    void shouldTellHowFarHistoryIs() {
        // when
        Position position = log.append(scene.ada.says("one"));
        // then
        awaitTold(position);
        assertThat(told.getLast()).isEqualTo(new Progress(epochs.present(), position));
    }

    @Test
    void shouldTellOfNothingThatHistoryDoesNotHave() {
        // given
        gate.shut();
        Position position = log.append(scene.ada.says("one"));
        scene.get(scene.ada, "/messages").then().statusCode(503);
        readToTheEnd();
        assertThat(isTold(position)).isFalse();
        // when
        gate.open();
        // then
        awaitTold(position);
        assertThat(scene.page("").getList("messages.text")).containsExactly("one");
    }
}

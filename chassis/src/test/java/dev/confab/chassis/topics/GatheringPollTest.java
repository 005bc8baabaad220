package dev.confab.chassis.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheringPollTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
    private static final Duration IDLE = Duration.ofMillis(1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final GatheringPoll polls = new GatheringPoll(consumer, Duration.ofMillis(1), () -> false);

    @BeforeEach
    void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void shouldTakeUpTogetherWhatCameInBetween() {
        // given
        onPoll(0);
        assertThat(offsets(polls.poll(IDLE))).containsExactly(0L);
        // when
        onPoll(1);
        onPoll(2, 3);
        // then
        assertThat(offsets(polls.poll(IDLE))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldNotLetABacklogWait() {
        // given
        var unhurried = new GatheringPoll(consumer, Duration.ofDays(1), () -> fail("it waits"));
        onPoll(LongStream.range(0, 500).toArray());
        unhurried.poll(IDLE);
        // when
        onPoll(500);
        // then
        assertThat(offsets(unhurried.poll(IDLE))).containsExactly(500L);
    }

    @Test
    void shouldNotLoseWhatWasTakenWhenTheNextPollFails() {
        // given
        onPoll(0);
        polls.poll(IDLE);
        // when
        onPoll(1);
        consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("gone")));
        // then
        assertThat(offsets(polls.poll(IDLE))).containsExactly(1L);
        onPoll(2);
        assertThat(offsets(polls.poll(IDLE))).contains(2L);
    }

    @Test
    void shouldGoOnWhenNothingCame() {
        // given
        onPoll(0);
        polls.poll(IDLE);
        assertThat(polls.poll(IDLE).isEmpty()).isTrue();
        // when
        onPoll(1);
        // then
        assertThat(offsets(polls.poll(IDLE))).containsExactly(1L);
    }

    private void onPoll(long... offsets) {
        consumer.schedulePollTask(() -> {
            for (long offset : offsets) {
                consumer.addRecord(new ConsumerRecord<>(
                        PARTITION.topic(), PARTITION.partition(), offset, new byte[0], new byte[0]));
            }
        });
    }

    private static List<Long> offsets(ConsumerRecords<byte[], byte[]> batch) {
        var offsets = new ArrayList<Long>();
        batch.forEach(record -> offsets.add(record.offset()));
        return offsets;
    }
}

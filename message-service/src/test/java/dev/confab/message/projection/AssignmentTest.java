package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final TopicPartition PARTITION = new TopicPartition("confab.rooms", 3);

    private final List<String> skipped = new ArrayList<>();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private long stored;
    private boolean databaseAway;

    private final StoredPositions positions = new StoredPositions(null, null, null) {
        @Override
        Map<Integer, Long> of(int epoch, Collection<Integer> partitions) {
            if (databaseAway) {
                throw new IllegalStateException("away");
            }
            return Map.of(PARTITION.partition(), stored);
        }

        @Override
        void skip(int epoch, int partition, long from, long to, String why) {
            skipped.add(from + "-" + to);
            stored = to;
        }
    };

    private final ReachedPositions reached = new ReachedPositions();

    private final Assignment assignment = new Assignment(
            consumer, 1, positions, reached, new Impatient(), new ProjectionMetrics(new SimpleMeterRegistry()));

    private void assign(long stored, long beginning, long end) {
        this.stored = stored;
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, beginning));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        assignment.onPartitionsAssigned(List.of(PARTITION));
    }

    @Test
    void shouldReadNothingBeforeTheStoredPositionIsKnown() {
        // when
        assign(50, 0, 100);
        // then
        assertThat(consumer.paused()).containsExactly(PARTITION);
    }

    @Test
    void shouldGoOnAtTheStoredPosition() {
        // given
        assign(50, 0, 100);
        // when
        assignment.resume();
        // then
        assertThat(consumer.paused()).isEmpty();
        assertThat(consumer.position(PARTITION)).isEqualTo(50);
        assertThat(assignment.follows(PARTITION, 50)).isTrue();
    }

    @Test
    void shouldTellWhatIsKeptAndOnlyOfItsOwnPartitions() {
        // given
        assign(50, 0, 100);
        assertThat(reached.untold()).isEmpty();
        // when
        assignment.resume();
        // then
        assertThat(reached.untold()).isEqualTo(Map.of(PARTITION.partition(), 50L));
        // when
        assignment.onProgress(PARTITION, 70);
        assignment.onFailure(PARTITION);
        // then
        assertThat(reached.untold()).isEqualTo(Map.of(PARTITION.partition(), 70L));
        // when
        assignment.onPartitionsRevoked(List.of(PARTITION));
        assignment.onProgress(PARTITION, 80);
        // then
        assertThat(reached.untold()).isEmpty();
    }

    @Test
    void shouldLeaveToItsNewOwnerWhatWasFetchedOfAPartitionThatIsGone() {
        // given
        assign(50, 0, 100);
        assignment.resume();
        // when
        assignment.onPartitionsRevoked(List.of(PARTITION));
        consumer.assign(List.of());
        // then
        assertThat(assignment.follows(PARTITION, 50)).isFalse();
        assertThatCode(assignment::onFailure).doesNotThrowAnyException();
        assertThatCode(assignment::resume).doesNotThrowAnyException();
    }

    @Test
    void shouldKeepPollingPausedWhileTheDatabaseIsAway() {
        // given
        databaseAway = true;
        assign(50, 0, 100);
        // when
        assignment.resume();
        assignment.resume();
        // then
        assertThat(consumer.paused()).containsExactly(PARTITION);
        // when
        databaseAway = false;
        assignment.resume();
        // then
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void shouldSayWhatRetentionHasTaken() {
        // given
        assign(50, 70, 100);
        // when
        assignment.resume();
        // then
        assertThat(skipped).containsExactly("50-70");
        assertThat(consumer.position(PARTITION)).isEqualTo(70);
    }

    @Test
    void shouldWaitForALogThatHasLostItsEnd() {
        // given
        assign(50, 0, 40);
        // when
        assignment.resume();
        // then
        assertThat(consumer.paused()).containsExactly(PARTITION);
        assertThat(skipped).isEmpty();
    }

    @Test
    void shouldReadAgainBeforeItBelievesInAGap() {
        // given
        assign(50, 0, 100);
        assignment.resume();
        // when
        boolean first = assignment.follows(PARTITION, 60);
        // then
        assertThat(first).isFalse();
        assertThat(consumer.paused()).containsExactly(PARTITION);
        assertThat(skipped).isEmpty();
        // when
        assignment.resume();
        boolean second = assignment.follows(PARTITION, 60);
        // then
        assertThat(second).isTrue();
        assertThat(skipped).containsExactly("50-60");
    }

    @Test
    void shouldReadAgainFromTheDatabaseAfterAFailure() {
        // given
        assign(50, 0, 100);
        assignment.resume();
        stored = 55;
        // when
        assignment.onFailure(PARTITION);
        assignment.resume();
        // then
        assertThat(consumer.position(PARTITION)).isEqualTo(55);
    }

    @Test
    void shouldLeaveAlonePartitionsThatWereTakenAway() {
        // given
        assign(50, 0, 100);
        // when
        assignment.onPartitionsRevoked(List.of(PARTITION));
        assignment.onFailure(PARTITION);
        assignment.resume();
        // then
        assertThat(consumer.position(PARTITION)).isZero();
    }

    private static final class Impatient implements ProjectionConfig {
        @Override
        public Duration progressInterval() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration gather() {
            return Duration.ZERO;
        }

        @Override
        public Optional<String> instance() {
            return Optional.empty();
        }

        @Override
        public String group() {
            return "test";
        }

        @Override
        public Duration sessionTimeout() {
            return Duration.ZERO;
        }

        @Override
        public int runEvents() {
            return 1;
        }

        @Override
        public int runBytes() {
            return 1;
        }

        @Override
        public Duration transactionTimeout() {
            return Duration.ZERO;
        }

        @Override
        public Duration retryMin() {
            return Duration.ZERO;
        }

        @Override
        public Duration retryMax() {
            return Duration.ZERO;
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public int waiting() {
            return 0;
        }
    }
}

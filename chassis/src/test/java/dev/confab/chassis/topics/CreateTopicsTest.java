package dev.confab.chassis.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class CreateTopicsTest {

    @Test
    void shouldSayInOneLineThatItWaitsForKafka() {
        // given
        CreateTopics topics = new CreateTopics(Map.of("bootstrap.servers", "kafka:9092"), new Defaults());
        // then
        assertThat(topics.waiting(new ExecutionException(new TimeoutException("createTopics timed out"))))
                .isEqualTo("waiting for Kafka at kafka:9092: createTopics timed out");
    }

    private static final class Defaults implements TopicsConfig {
        @Override
        public boolean create() {
            return true;
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public short replication() {
            return 1;
        }

        @Override
        public int minInsyncReplicas() {
            return 1;
        }

        @Override
        public Duration roomsRetention() {
            return Duration.ofDays(7);
        }

        @Override
        public boolean flushEveryRecord() {
            return false;
        }
    }
}

package dev.confab.message.unread;

import dev.confab.chassis.threads.BackgroundThread;
import dev.confab.chassis.topics.GatheringPoll;
import dev.confab.message.log.Epochs;
import dev.confab.message.projection.ProjectionConfig;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Follows confab.reads for as long as the process lives, in one thread of its own. How far it is, is committed to Kafka once it
 * is kept in MySQL; what is read twice in between changes nothing, so nothing more exact is needed.
 */
@ApplicationScoped
class FollowReads {
    private static final Logger LOG = Logger.getLogger(FollowReads.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final ProjectionConfig config;
    private final Epochs epochs;
    private final ProjectReads projectReads;
    private final BackgroundThread thread = new BackgroundThread("reads", FAREWELL, this::run);

    FollowReads(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ProjectionConfig config,
            Epochs epochs,
            ProjectReads projectReads) {
        this.kafka = kafka;
        this.config = config;
        this.epochs = epochs;
        this.projectReads = projectReads;
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.stop();
    }

    private void run() throws InterruptedException {
        while (!epochs.isCertain()) {
            Thread.sleep(PAUSE);
        }
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            thread.wakeBy(consumer::wakeup);
            consumer.subscribe(List.of(Topic.READS.topicName()));
            var polls = new GatheringPoll(consumer, config.gather(), thread::isStopped);
            while (!thread.isStopped()) {
                turn(consumer, polls);
            }
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer, GatheringPoll polls) throws InterruptedException {
        try {
            ConsumerRecords<byte[], byte[]> polled = polls.poll(POLL);
            if (!polled.isEmpty() && keep(consumer, polled)) {
                consumer.commitSync();
            }
        } catch (WakeupException stopping) {
            throw stopping;
        } catch (RuntimeException e) {
            LOG.warnf("can't follow what is read, trying on: %s", e);
            Thread.sleep(PAUSE);
        }
    }

    private boolean keep(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> polled)
            throws InterruptedException {
        try {
            projectReads.project(polled).await().indefinitely();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("can't keep what is read, trying on: %s", e);
            polled.partitions().stream()
                    .filter(consumer.assignment()::contains)
                    .forEach(partition -> consumer.seek(
                            partition, polled.records(partition).getFirst().offset()));
            Thread.sleep(PAUSE);
            return false;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", config.group() + "-reads");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return settings;
    }
}

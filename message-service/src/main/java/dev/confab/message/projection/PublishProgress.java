package dev.confab.message.projection;

import dev.confab.chassis.threads.BackgroundThread;
import dev.confab.message.log.Epochs;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.Progress;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Tells gateways how far history is, now and then, in a thread of its own: whatever becomes of it is nothing to the projection.
 * What could not be told is told with what comes next.
 */
@ApplicationScoped
class PublishProgress {
    private static final Logger LOG = Logger.getLogger(PublishProgress.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final ReachedPositions positions;
    private final Epochs epochs;
    private final ProjectionConfig config;
    private final BackgroundThread thread = new BackgroundThread("progress", FAREWELL, this::run);
    private boolean failing;

    PublishProgress(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ReachedPositions positions,
            Epochs epochs,
            ProjectionConfig config) {
        this.kafka = kafka;
        this.positions = positions;
        this.epochs = epochs;
        this.config = config;
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.stop();
    }

    private void run() throws InterruptedException {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(settings());
        try {
            while (!thread.isStopped()) {
                Thread.sleep(config.progressInterval());
                if (epochs.isCertain()) {
                    publish(producer, epochs.present());
                }
            }
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private void publish(Producer<byte[], byte[]> producer, Epoch epoch) throws InterruptedException {
        Map<Integer, Long> untold = positions.untold();
        try {
            Map<Integer, Future<?>> sent = new HashMap<>();
            untold.forEach((partition, next) -> sent.put(partition, producer.send(record(epoch, partition, next))));
            for (var one : sent.entrySet()) {
                one.getValue().get();
                positions.told(one.getKey(), untold.getOrDefault(one.getKey(), 0L));
            }
            failing = failing && untold.isEmpty();
        } catch (ExecutionException | RuntimeException e) {
            LOG.logf(
                    failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "can't tell how far history is, trying on: %s",
                    e.getMessage());
            failing = true;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Epoch epoch, int partition, long next) {
        return new ProducerRecord<>(
                Topic.PROGRESS.topicName(),
                Progress.key(partition),
                Json.bytes(new Progress(epoch, new Position(next - 1))));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("max.block.ms", 5_000);
        settings.put("request.timeout.ms", 3_000);
        settings.put("delivery.timeout.ms", 5_000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        return settings;
    }
}

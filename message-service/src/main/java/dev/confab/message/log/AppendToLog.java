package dev.confab.message.log;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/** Appends events to the log; an event is kept once all in-sync replicas have it. */
@Startup
@ApplicationScoped
public class AppendToLog {
    private static final Logger LOG = Logger.getLogger(AppendToLog.class);

    /** Where and when the log has an event. */
    public record Appended(Position position, Instant at) {}

    private final Producer<byte[], byte[]> producer;
    /** Sending blocks while Kafka's metadata is not known. */
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("append-", 0).factory());

    private final Timer timer;
    private final Duration timeout;

    public AppendToLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, LogConfig config, MeterRegistry metrics) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        settings.put("max.block.ms", 2_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("delivery.timeout.ms", 10_000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        producer = new KafkaProducer<>(settings);
        timer = metrics.timer("confab.append");
        timeout = config.appendTimeout();
    }

    /**
     * Fails as unavailable when Kafka does not acknowledge in time. The event may be kept nevertheless, so the same event
     * has to be appended again, not another one.
     */
    public Uni<Appended> append(RoomEvent event) {
        Timer.Sample sample = Timer.start();
        return Uni.createFrom()
                .completionStage(() -> send(event))
                .runSubscriptionOn(senders)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(AppendToLog::unavailable)
                .invoke(kept -> sample.stop(timer))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    void onStop(@Observes ShutdownEvent stopping) {
        producer.close(Duration.ofSeconds(2));
        senders.shutdown();
    }

    private CompletableFuture<Appended> send(RoomEvent event) {
        CompletableFuture<Appended> kept = new CompletableFuture<>();
        Future<RecordMetadata> _ = producer.send(
                new ProducerRecord<>(Topic.ROOMS.topicName(), event.stream().bytes(), Json.bytes(event)),
                (metadata, failure) -> {
                    if (failure == null) {
                        kept.complete(new Appended(
                                new Position(metadata.offset()), Instant.ofEpochMilli(metadata.timestamp())));
                    } else {
                        kept.completeExceptionally(failure);
                    }
                });
        return kept;
    }

    private static Throwable unavailable(Throwable failure) {
        LOG.debug("can't append", failure);
        return ConfabException.unavailable("Sending");
    }
}

package dev.confab.outbox;

import dev.confab.protocol.Position;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends relayed events to Kafka; an event counts once all in-sync replicas have it. */
@ApplicationScoped
class RelayProducer {
    private static final int TIMEOUT_MS = 5_000;

    private final Producer<byte[], byte[]> producer;

    RelayProducer(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        settings.put("max.block.ms", 2_000);
        settings.put("request.timeout.ms", 3_000);
        settings.put("delivery.timeout.ms", TIMEOUT_MS);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        producer = new KafkaProducer<>(settings);
    }

    /**
     * Appends all of them in order; done when Kafka has acknowledged the last. A worker does it, since a producer that
     * has not met Kafka yet blocks. Kafka answers on a thread of its own, but the transaction that waits for it has to go
     * on where it began.
     */
    Uni<List<Relayed>> append(List<OutboxEvent> events) {
        Executor caller = MutinyHelper.executor(Vertx.currentContext());
        return Uni.createFrom()
                .deferred(() -> appendAll(events))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(caller);
    }

    private Uni<List<Relayed>> appendAll(List<OutboxEvent> events) {
        // fails once if Kafka is away, where each event would wait for it in vain
        events.stream().map(OutboxEvent::topic).distinct().forEach(topic -> producer.partitionsFor(topic.topicName()));
        return Uni.join().all(events.stream().map(this::append).toList()).andFailFast();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        producer.close(Duration.ofSeconds(2));
    }

    private Uni<Relayed> append(OutboxEvent event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                event.topic().topicName(),
                event.key().getBytes(StandardCharsets.UTF_8),
                event.value()
                        .map(value -> value.getBytes(StandardCharsets.UTF_8))
                        .orElse(null));
        return Uni.createFrom().emitter(emitter -> {
            Future<RecordMetadata> _ = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    emitter.complete(new Relayed(event, new Position(metadata.offset())));
                } else {
                    emitter.fail(failure);
                }
            });
        });
    }
}

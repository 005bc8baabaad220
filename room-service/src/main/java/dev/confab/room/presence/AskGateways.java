package dev.confab.room.presence;

import dev.confab.chassis.presence.PresenceView;
import dev.confab.protocol.Json;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Gateways tell everybody on them only when a newcomer says hello. So says this service, though it is no gateway, when it
 * hears of a gateway whose snapshot it has not got: after its own start, or after Kafka was away for long.
 */
@ApplicationScoped
class AskGateways {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final String name = "room-service-" + UUID.randomUUID();
    private final Map<String, Instant> known = new HashMap<>();
    private final Producer<byte[], byte[]> producer;
    private Instant askedAt = Instant.MIN;

    AskGateways(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "1");
        settings.put("enable.idempotence", false);
        settings.put("max.block.ms", 1_000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        producer = new KafkaProducer<>(settings);
    }

    void onRecord(PresenceRecord record, Instant now) {
        String gateway = record.gateway();
        if (record instanceof PresenceRecord.Bye) {
            known.remove(gateway);
            return;
        }
        boolean isKnown = record instanceof PresenceRecord.Snapshot || isKnown(gateway, now);
        if (isKnown) {
            known.put(gateway, now);
        } else if (!(record instanceof PresenceRecord.Hello) && now.isAfter(askedAt.plus(ASK_AGAIN))) {
            ask(now);
        }
    }

    private boolean isKnown(String gateway, Instant now) {
        Instant heard = known.get(gateway);
        return heard != null && !heard.plus(PresenceView.SILENCE).isBefore(now);
    }

    private void ask(Instant now) {
        askedAt = now;
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(
                Topic.PRESENCE.topicName(),
                name.getBytes(StandardCharsets.UTF_8),
                Json.bytes(new PresenceRecord.Hello(name))));
    }

    void onStop(@Observes ShutdownEvent stopping) {
        producer.close(Duration.ofSeconds(1));
    }
}

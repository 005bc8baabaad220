package dev.confab.bench.stack;

import dev.confab.protocol.Content;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends messages to the log as gateways do, in bulk. Everything is kept when it has been closed. */
public final class LogWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    /** @param kafka what a client needs */
    public LogWriter(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of("acks", "all", "linger.ms", 20, "batch.size", 65_536));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public void append(String room, String from, String text) {
        var message =
                new Content.Posted(new RoomName(room), MessageId.next(), new Username(from), new MessageText(text));
        Future<?> _ = producer.send(
                new ProducerRecord<>(Topic.ROOMS.topicName(), message.stream().bytes(), Json.bytes(message)));
    }

    @Override
    public void close() {
        producer.close();
    }
}

package dev.confab.room.testing;

import dev.confab.protocol.Json;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a gateway tells of its sessions. It says bye when it is closed. */
public final class Gateway implements AutoCloseable {
    private final String id = "gateway-" + UUID.randomUUID();
    private final Producer<byte[], byte[]> producer = new KafkaProducer<>(Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
            "key.serializer",
            ByteArraySerializer.class,
            "value.serializer",
            ByteArraySerializer.class));

    private Gateway() {}

    public static Gateway start() {
        Gateway gateway = new Gateway();
        gateway.tell(new PresenceRecord.Heartbeat(gateway.id));
        return gateway;
    }

    public void enters(Person person, String room) {
        tell(new PresenceRecord.Delta(id, new RoomName(room).key(), List.of(person.username()), List.of()));
    }

    /** Whether somebody said hello since it told of itself for the first time; it goes on telling. */
    public boolean wasAsked() {
        tell(new PresenceRecord.Heartbeat(id));
        List<PresenceRecord> told = Log.presence();
        int first = told.indexOf(new PresenceRecord.Heartbeat(id));
        return told.subList(first, told.size()).stream().anyMatch(PresenceRecord.Hello.class::isInstance);
    }

    private void tell(PresenceRecord record) {
        producer.send(new ProducerRecord<>(Topic.PRESENCE.topicName(), id.getBytes(), Json.bytes(record)));
        producer.flush();
    }

    @Override
    public void close() {
        tell(new PresenceRecord.Bye(id));
        producer.close();
    }
}

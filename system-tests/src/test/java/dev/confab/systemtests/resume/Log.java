package dev.confab.systemtests.resume;

import dev.confab.protocol.Content;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.client.Session;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The log, written to as a gateway does that has not heard of a ban yet. */
final class Log {
    private Log() {}

    static void append(TestStack stack, String room, Session from, String text) {
        var event = new Content.Posted(
                new RoomName(room), MessageId.next(), new Username(from.username()), new MessageText(text));
        var settings = new HashMap<>(stack.kafka());
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topic.ROOMS.topicName(), event.stream().bytes(), Json.bytes(event)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.confab.gateway.room;

import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.protocol.Json;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows confab.room-state and keeps the rooms' states up to date. */
@ApplicationScoped
public class RoomStates {
    private final Rooms rooms;
    private final TopicReader reader;

    RoomStates(@Identifier("default-kafka-broker") Map<String, Object> kafka, Rooms rooms) {
        this.rooms = rooms;
        this.reader = new TopicReader(
                kafka, Topic.ROOM_STATE, new StartAt.Beginning(), TopicReader.Handler.ofEach(this::onRecord));
    }

    /** Done once every state is known that was there at the start. */
    public CompletionStage<Void> caughtUp() {
        return reader.caughtUp();
    }

    void onStart(@Observes StartupEvent started) {
        reader.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecord(ConsumerRecord<byte[], byte[]> record) {
        RoomName room = RoomName.ofKey(new String(record.key(), StandardCharsets.UTF_8));
        rooms.onState(room, Optional.ofNullable(record.value()).map(json -> Json.read(json, RoomState.class)));
    }
}

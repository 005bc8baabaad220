package dev.confab.room.presence;

import dev.confab.chassis.presence.PresenceView;
import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.protocol.Json;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Follows {@link Topic#PRESENCE} from the reader's thread, and asks gateways that it does not know for their snapshots.
 */
@ApplicationScoped
public class Presence {
    private static final long SWEEP_MS = 1_000;

    private final PresenceView view = new PresenceView();
    private final TopicReader reader;
    private final AskGateways askGateways;
    private final Vertx vertx;

    Presence(@Identifier("default-kafka-broker") Map<String, Object> kafka, AskGateways askGateways, Vertx vertx) {
        this.askGateways = askGateways;
        this.vertx = vertx;
        this.reader = new TopicReader(
                kafka,
                Topic.PRESENCE,
                new StartAt.Ago(PresenceView.SILENCE.multipliedBy(2)),
                TopicReader.Handler.ofEach(this::onRecord));
    }

    /** How many people are in the room. */
    public int online(RoomName room) {
        return view.count(room.key());
    }

    /** The first of those who are in the room and come after a user, by their keys. */
    public List<String> keysAfter(RoomName room, String key, int limit) {
        return view.users(room.key()).stream()
                .map(Username::key)
                .filter(user -> user.compareTo(key) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    public boolean isIn(RoomName room, Username user) {
        return view.isIn(room.key(), user);
    }

    /** Whether what was told before this process started has been read. */
    public boolean isCaughtUp() {
        return reader.isCaughtUp();
    }

    void onStart(@Observes StartupEvent started) {
        reader.start();
        vertx.setPeriodic(SWEEP_MS, tick -> view.forgetSilent(Instant.now()));
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecord(ConsumerRecord<byte[], byte[]> told) {
        PresenceRecord record = Json.read(told.value(), PresenceRecord.class);
        Instant now = Instant.now();
        view.onRecord(record, now);
        askGateways.onRecord(record, now);
    }
}

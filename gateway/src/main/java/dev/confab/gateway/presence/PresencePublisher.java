package dev.confab.gateway.presence;

import dev.confab.gateway.room.LocalPresence;
import dev.confab.protocol.Json;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jboss.logging.Logger;

/** Tells the other gateways, and this one, about the people here: changes a few times a second, heartbeats in between. */
@ApplicationScoped
public class PresencePublisher implements LocalPresence {
    private static final Logger LOG = Logger.getLogger(PresencePublisher.class);
    private static final String CHANNEL = "presence";
    private static final Duration TELL_EVERY = Duration.ofMillis(50);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(2);

    private final LocalPeople people = new LocalPeople();
    private final String gateway;
    private final KafkaClientService kafka;
    private final Vertx vertx;
    private volatile boolean untold;

    /** @param channel declares the producer */
    PresencePublisher(
            GatewayId gateway, @Channel(CHANNEL) Emitter<byte[]> channel, KafkaClientService kafka, Vertx vertx) {
        this.gateway = gateway.toString();
        this.kafka = kafka;
        this.vertx = vertx;
    }

    @Override
    public void onCame(RoomName room, Username user) {
        people.change(room, user, true);
    }

    @Override
    public void onWent(RoomName room, Username user) {
        people.change(room, user, false);
    }

    public void typing(RoomName room, Username user) {
        publish(new PresenceRecord.Typing(gateway, room.key(), Optional.empty(), user));
    }

    /** @param to whom the user is writing privately */
    public void typing(Username to, Username user) {
        publish(new PresenceRecord.Typing(gateway, "", Optional.of(to), user));
    }

    /** Asks every gateway for its snapshot. */
    void hello() {
        publish(new PresenceRecord.Hello(gateway));
    }

    void snapshot() {
        people.snapshot(gateway).forEach(this::publish);
    }

    void onStart(@Observes StartupEvent started) {
        vertx.setPeriodic(
                TELL_EVERY.toMillis(), timer -> people.takeChanges(gateway).forEach(this::publish));
        vertx.setPeriodic(BEAT_EVERY.toMillis(), timer -> beat());
    }

    private void beat() {
        if (untold) {
            untold = false;
            snapshot();
        } else {
            publish(new PresenceRecord.Heartbeat(gateway));
        }
    }

    void onStop(@Observes ShutdownEvent stopping) {
        send(new PresenceRecord.Bye(gateway))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(2));
    }

    /** Presence is losable: what gets lost now is healed by a snapshot with the next beat. */
    private void publish(PresenceRecord record) {
        send(record).subscribe().with(sent -> {}, failure -> {
            LOG.debug("presence was not told", failure);
            untold = true;
        });
    }

    private Uni<Void> send(PresenceRecord record) {
        return Uni.createFrom()
                .deferred(() -> kafka.<byte[], byte[]>getProducer(CHANNEL)
                        .send(new ProducerRecord<>(
                                Topic.PRESENCE.topicName(),
                                gateway.getBytes(StandardCharsets.UTF_8),
                                Json.bytes(record))))
                .replaceWithVoid();
    }
}

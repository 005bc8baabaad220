package dev.confab.gateway.presence;

import dev.confab.chassis.OneByOne;
import dev.confab.chassis.presence.PresenceView;
import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.session.Sessions;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Json;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Hears who is where on every gateway and tells the rooms' clients what has changed. */
@ApplicationScoped
public class PresenceFollower {
    private static final Duration FORGET_EVERY = Duration.ofSeconds(1);
    private static final Duration TELL_EVERY = Duration.ofMillis(100);
    /** A process that was stopped for so long has not heard of the others because of that. */
    private static final Duration STOPPED = Duration.ofSeconds(3);

    private final PresenceView view = new PresenceView();
    private final RoomNews news;
    private final PresencePublisher publisher;
    private final Rooms rooms;
    private final Sessions sessions;
    private final Vertx vertx;
    private final String self;
    private final TopicReader reader;
    private volatile Instant looked = Instant.now();

    PresenceFollower(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            PresencePublisher publisher,
            Rooms rooms,
            Sessions sessions,
            GatewayId self,
            PresenceConfig config,
            Vertx vertx) {
        this.news = new RoomNews(
                view, config, name -> rooms.find(name).map(Room::name).orElse(name));
        this.publisher = publisher;
        this.rooms = rooms;
        this.sessions = sessions;
        this.vertx = vertx;
        this.self = self.toString();
        this.reader = new TopicReader(kafka, Topic.PRESENCE, new StartAt.LastRecords(0), this::onRecords);
    }

    /** Who is in the room, for somebody who joins it. */
    public RoomNews.People people(RoomName room, Username self) {
        return news.people(room, self);
    }

    /** How many are in the room, on all gateways. */
    public int count(RoomName room) {
        return view.count(room.key());
    }

    public boolean isCaughtUp() {
        return reader.isCaughtUp();
    }

    void onStart(@Observes StartupEvent started) {
        reader.start().caughtUp().thenRun(publisher::hello);
        vertx.setPeriodic(FORGET_EVERY.toMillis(), timer -> forgetSilent());
        vertx.setPeriodic(TELL_EVERY.toMillis(), timer -> tell());
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void forgetSilent() {
        Instant now = Instant.now();
        if (looked.plus(STOPPED).isBefore(now)) {
            view.excuse(now);
        }
        looked = now;
        view.onRecord(new PresenceRecord.Heartbeat(self), now);
        view.forgetSilent(now).forEach(news::add);
    }

    private void onRecords(ConsumerRecords<byte[], byte[]> batch) {
        Instant now = Instant.now();
        Fanout out = new Fanout();
        TopicReader.Handler.ofEach(record -> onRecord(Json.read(record.value(), PresenceRecord.class), now, out))
                .onRecords(batch);
        out.dispatch();
    }

    private void onRecord(PresenceRecord record, Instant now, Fanout out) {
        boolean stranger = !view.knows(record.gateway());
        view.onRecord(record, now).forEach(news::add);
        switch (record) {
            case PresenceRecord.Hello hello -> publisher.snapshot();
            case PresenceRecord.Typing typing -> onTyping(typing, out);
            case PresenceRecord.Heartbeat h when stranger -> publisher.hello();
            case PresenceRecord.Delta d when stranger -> publisher.hello();
            case PresenceRecord.Heartbeat h -> {}
            case PresenceRecord.Delta d -> {}
            case PresenceRecord.Snapshot s -> {}
            case PresenceRecord.Bye b -> {}
        }
    }

    private void onTyping(PresenceRecord.Typing typing, Fanout out) {
        typing.to()
                .ifPresentOrElse(
                        to -> sessions.tell(
                                to, ServerFrame.Typing.of(Destination.between(typing.user(), to), typing.user()), out),
                        () -> rooms.find(RoomName.ofKey(typing.room()))
                                .ifPresent(room -> room.broadcast(
                                        ServerFrame.Typing.of(new Destination.ToRoom(room.name()), typing.user()),
                                        out)));
    }

    private void tell() {
        Fanout out = new Fanout();
        OneByOne.handle(
                "telling of people",
                news.take(Instant.now()),
                one -> rooms.find(one.room())
                        .ifPresent(room -> room.broadcastPeople(one.frame(), () -> news.snapshot(one.room()), out)));
        out.dispatch();
    }
}

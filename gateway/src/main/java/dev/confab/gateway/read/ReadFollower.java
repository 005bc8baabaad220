package dev.confab.gateway.read;

import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.receipt.Receipts;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.session.Sessions;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.ReadPosition;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Follows confab.reads: tells people's connections how far they have read elsewhere, and who wrote that it was read. */
@ApplicationScoped
class ReadFollower {
    private final KnownReads known;
    private final ReadLog log;
    private final Sessions sessions;
    private final Receipts receipts;
    private final Rooms rooms;
    private final LogEpoch epoch;
    private final TopicReader reader;

    ReadFollower(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            KnownReads known,
            ReadLog log,
            Sessions sessions,
            Receipts receipts,
            Rooms rooms,
            LogEpoch epoch) {
        this.known = known;
        this.log = log;
        this.sessions = sessions;
        this.receipts = receipts;
        this.rooms = rooms;
        this.epoch = epoch;
        this.reader = new TopicReader(kafka, Topic.READS, new StartAt.Beginning(), this::onRecords);
    }

    /** What of an older log was read says nothing about this one, so that is to be known first. */
    void onStart(@Observes StartupEvent started) {
        epoch.learned().thenRun(reader::start);
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecords(ConsumerRecords<byte[], byte[]> batch) {
        Fanout out = new Fanout();
        TopicReader.Handler.ofEach(record -> onRecord(record, out)).onRecords(batch);
        out.dispatch();
    }

    private void onRecord(ConsumerRecord<byte[], byte[]> record, Fanout out) {
        ReadPosition read = Json.read(record.value(), ReadPosition.class);
        if (!read.epoch().equals(epoch.current())) {
            return;
        }
        known.advance(read.user(), read.stream(), read.position())
                .ifPresentOrElse(before -> tell(read, before, out), () -> keepGreatest(read));
    }

    private void tell(ReadPosition read, Position before, Fanout out) {
        sessions.tell(read.user(), frame(read.stream(), read.position()), out);
        if (!read.hidden()) {
            receipts.onRead(read.user(), read.stream(), before, read.position(), out);
        }
    }

    /** Two gateways have each kept a position, and the topic is going to keep the last one, which is not the greatest. */
    private void keepGreatest(ReadPosition last) {
        Position greatest = known.of(last.user(), last.stream());
        if (greatest.isAfter(last.position()) && reader.isCaughtUp()) {
            log.append(new ReadPosition(last.user(), last.stream(), last.epoch(), greatest, last.hidden()))
                    .subscribe()
                    .with(kept -> {}, failed -> {});
        }
    }

    private ServerFrame frame(StreamKey stream, Position position) {
        Optional<RoomName> room =
                stream.room().map(name -> rooms.find(name).map(Room::name).orElse(name));
        return new ServerFrame.Read(room, stream.conversation(), position);
    }
}

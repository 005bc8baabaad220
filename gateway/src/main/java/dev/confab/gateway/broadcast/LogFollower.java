package dev.confab.gateway.broadcast;

import dev.confab.chassis.OneByOne;
import dev.confab.chassis.identity.EndedSessions;
import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.log.Records;
import dev.confab.gateway.receipt.Receipts;
import dev.confab.gateway.room.Conversations;
import dev.confab.gateway.room.RoomConfig;
import dev.confab.gateway.room.RoomStates;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.room.Stream;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Broadcasts the log: reads every partition of confab.rooms and hands each record to its stream. Everything happens on the reader's one thread, in the log's order; sockets are written to elsewhere.
 */
@ApplicationScoped
public class LogFollower {
    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Rooms rooms;
    private final RoomStates states;
    private final Conversations conversations;
    private final Receipts receipts;
    private final ReadPositions positions;
    private final LogEpoch epoch;
    private final TopicReader reader;
    private final EndedSessions endedSessions;
    private final Counter unreadable;
    private volatile boolean stopping;

    LogFollower(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            RoomConfig config,
            BroadcastConfig broadcast,
            Rooms rooms,
            RoomStates states,
            Conversations conversations,
            Receipts receipts,
            ReadPositions positions,
            LogEpoch epoch,
            EndedSessions endedSessions,
            MeterRegistry metrics) {
        this.rooms = rooms;
        this.states = states;
        this.conversations = conversations;
        this.receipts = receipts;
        this.positions = positions;
        this.epoch = epoch;
        this.endedSessions = endedSessions;
        this.unreadable = metrics.counter("confab.events.unreadable");
        this.reader = new TopicReader(kafka, Topic.ROOMS, new StartAt.LastRecords(config.lookback()), new Handler())
                .gathering(broadcast.gather());
    }

    public boolean isCaughtUp() {
        return reader.isCaughtUp();
    }

    /** The states come first: they hold the fences from before the part of the log that is read, if they are of this log. */
    void onStart(@Observes StartupEvent started) {
        states.caughtUp().thenCombine(epoch.learned(), (done, log) -> log).thenRun(reader::start);
    }

    void onStop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        reader.close();
    }

    private final class Handler implements TopicReader.Handler {
        @Override
        public void onStart(Map<TopicPartition, Long> starts) {
            positions.start(starts.size());
            starts.forEach((partition, start) -> positions.set(partition.partition(), start - 1));
            rooms.startReading(epoch.current(), room -> positions.lastRead(StreamKey.of(room)));
            conversations.startReading(positions);
        }

        @Override
        public void onRecords(ConsumerRecords<byte[], byte[]> batch) {
            awaitEndedSessions();
            Fanout out = new Fanout();
            Set<Stream> touched = new HashSet<>();
            for (ConsumerRecord<byte[], byte[]> record : batch) {
                onRecord(record, touched, out);
                positions.set(record.partition(), record.offset());
            }
            OneByOne.handle("draining a stream", touched, stream -> stream.drain(out));
            out.dispatch();
        }

        /** What happened while this process was paused is not for those whose sessions ended in that time. */
        private void awaitEndedSessions() {
            while (!endedSessions.isCurrent() && !stopping) {
                try {
                    Thread.sleep(LOOK_AGAIN);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void onRecord(ConsumerRecord<byte[], byte[]> record, Set<Stream> touched, Fanout out) {
            try {
                LoggedEvent logged = Records.read(record);
                Frame frame = Records.frame(logged, record);
                room(logged.event())
                        .<Stream>map(room -> rooms.onEvent(room, logged, frame, out))
                        .or(() -> conversations.onEvent(logged.event().stream(), logged, frame, out))
                        .ifPresent(touched::add);
                receipts.onContent(record.partition(), logged, out);
            } catch (RuntimeException e) {
                unreadable.increment();
                LOG.errorf(
                        "stepping over an unreadable record, partition=%d position=%d: %s",
                        (Object) record.partition(), record.offset(), e);
            }
        }

        private static Optional<RoomName> room(RoomEvent event) {
            return switch (event) {
                case Content content -> content.room();
                case Decision decision -> Optional.of(decision.room());
            };
        }
    }
}

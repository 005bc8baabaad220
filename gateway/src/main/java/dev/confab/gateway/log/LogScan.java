package dev.confab.gateway.log;

import dev.confab.chassis.topics.Partitions;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.log.Backfill.Page;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads one room's events out of its partition; for when message-service can't be asked. */
@ApplicationScoped
class LogScan {
    /** Records of all rooms of the partition that are read at most for one gap. */
    static final int MAX_RECORDS = 200_000;

    private static final Logger LOG = Logger.getLogger(LogScan.class);
    private static final int PAGE = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ScanConsumers consumers;
    private final Rooms rooms;

    LogScan(ScanConsumers consumers, Rooms rooms) {
        this.consumers = consumers;
        this.rooms = rooms;
    }

    /** The position behind the last one in the room's partition. */
    Uni<Position> end(RoomName room) {
        return consumers.with((consumer, partitions) -> {
            TopicPartition partition = partitions.get(Partitions.of(StreamKey.of(room), partitions.size()));
            return new Position(consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
        });
    }

    /** As {@link Backfill#page}; absent if the log does not reach back so far, or too much else is in between. */
    Uni<Optional<Page>> page(RoomName name, Position since, Position upTo) {
        Room room = rooms.get(name);
        if (upTo.value() - since.value() > MAX_RECORDS || !room.goesBackTo(since)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return consumers.with((consumer, partitions) -> {
            StreamKey key = StreamKey.of(name);
            TopicPartition partition = partitions.get(Partitions.of(key, partitions.size()));
            consumer.assign(List.of(partition));
            long oldest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (oldest > since.value() + 1) {
                return Optional.empty();
            }
            consumer.seek(partition, since.value() + 1);
            return read(consumer, partition, room, key, upTo);
        });
    }

    private static Optional<Page> read(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, Room room, StreamKey key, Position upTo) {
        List<Frame> frames = new ArrayList<>();
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (consumer.position(partition) <= upTo.value() && frames.size() < PAGE) {
            if (Instant.now().isAfter(deadline)) {
                return Optional.empty();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() <= upTo.value() && Arrays.equals(record.key(), key.bytes())) {
                    frame(room, record).ifPresent(frames::add);
                }
            }
        }
        long through = Math.min(upTo.value(), consumer.position(partition) - 1);
        return Optional.of(new Page(frames, new Position(through)));
    }

    private static Optional<Frame> frame(Room room, ConsumerRecord<byte[], byte[]> record) {
        Position position = new Position(record.offset());
        Instant at = Instant.ofEpochMilli(record.timestamp());
        try {
            RoomEvent event = Json.read(record.value(), RoomEvent.class);
            return event instanceof RoomEvent.Told && !room.isVoid(event, position, at, Records.judgedAt(record))
                    ? Optional.of(Frame.of(position, at, record.value()))
                    : Optional.empty();
        } catch (RuntimeException unreadable) {
            LOG.errorf("a gap without an unreadable record, position=%s: %s", position, unreadable);
            return Optional.empty();
        }
    }
}

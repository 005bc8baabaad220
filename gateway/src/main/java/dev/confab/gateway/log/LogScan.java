package dev.confab.gateway.log;

import dev.confab.chassis.topics.Partitions;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.Backfill.Page;
import dev.confab.gateway.room.Replay;
import dev.confab.gateway.room.Stream;
import dev.confab.gateway.room.Streams;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads one stream's events out of its partition; for when message-service can't be asked. */
@ApplicationScoped
class LogScan {
    /** Records of all streams of the partition that are read at most for one gap. */
    static final int MAX_RECORDS = 200_000;

    private static final Logger LOG = Logger.getLogger(LogScan.class);
    private static final int PAGE = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ScanConsumers consumers;
    private final Streams streams;

    LogScan(ScanConsumers consumers, Streams streams) {
        this.consumers = consumers;
        this.streams = streams;
    }

    /** The position behind the last one in the stream's partition. */
    Uni<Position> end(StreamKey stream) {
        return consumers.with((consumer, partitions) -> {
            TopicPartition partition = partitions.get(Partitions.of(stream, partitions.size()));
            return new Position(consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
        });
    }

    /** As {@link Backfill#page}; absent if the log does not reach back so far, or too much else is in between. */
    Uni<Optional<Page>> page(Gap gap, Position since, Position upTo) {
        Stream stream = streams.with(gap.target(), gap.user(), known -> known);
        if (upTo.value() - since.value() > MAX_RECORDS || !stream.goesBackTo(since)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return consumers.with((consumer, partitions) -> {
            StreamKey key = stream.key();
            TopicPartition partition = partitions.get(Partitions.of(key, partitions.size()));
            consumer.assign(List.of(partition));
            long oldest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (oldest > since.value() + 1) {
                return Optional.empty();
            }
            consumer.seek(partition, since.value() + 1);
            return read(consumer, partition, stream, upTo);
        });
    }

    private static Optional<Page> read(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, Stream stream, Position upTo) {
        Replay replay = new Replay(stream);
        byte[] key = stream.key().bytes();
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (consumer.position(partition) <= upTo.value() && replay.size() < PAGE) {
            if (Instant.now().isAfter(deadline)) {
                return Optional.empty();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() <= upTo.value() && Arrays.equals(record.key(), key)) {
                    add(record, replay);
                }
            }
        }
        long through = Math.min(upTo.value(), consumer.position(partition) - 1);
        return Optional.of(new Page(replay.frames(), new Position(through)));
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Replay replay) {
        try {
            LoggedEvent logged = Records.read(record);
            replay.add(logged, Records.frame(logged, record));
        } catch (RuntimeException unreadable) {
            LOG.errorf("a gap without an unreadable record, position=%d: %s", (Object) record.offset(), unreadable);
        }
    }
}

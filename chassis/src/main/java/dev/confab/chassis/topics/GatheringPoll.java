package dev.confab.chassis.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Polls so that records that come thick and fast are taken up many at a time: a poll that brought something is followed by
 * another one only after a while. A record that comes by itself does not wait, and a backlog is not kept waiting either.
 *
 * <p>Kafka's own way, a fetch that waits for more bytes, costs a request each time that the wait is over, also when nothing
 * is going on at all.
 */
public final class GatheringPoll {
    /** In which a broker answers a fetch for which it has something. */
    private static final Duration ANSWER = Duration.ofMillis(2);

    /** Records of one poll that are many already: there is a backlog, and nothing to wait for. */
    private static final int PLENTY = 500;

    private final Consumer<byte[], byte[]> consumer;
    private final Duration atLeast;
    private final BooleanSupplier stopped;
    private boolean busy;
    private long polledAt;

    /**
     * @param atLeast between one poll that brings something and the next
     * @param stopped when there is no point in waiting
     */
    public GatheringPoll(Consumer<byte[], byte[]> consumer, Duration atLeast, BooleanSupplier stopped) {
        this.consumer = consumer;
        this.atLeast = atLeast;
        this.stopped = stopped;
    }

    /** Waits for something to come for that long; on a thread that may wait. */
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> batch = busy ? gather(timeout) : consumer.poll(timeout);
        polledAt = System.nanoTime();
        busy = !batch.isEmpty() && batch.count() < PLENTY;
        return batch;
    }

    /**
     * What the consumer fetched ahead goes no further than the first record after the last poll. So there is more to ask for
     * if there was one.
     */
    private ConsumerRecords<byte[], byte[]> gather(Duration timeout) {
        sleepUntil(polledAt + atLeast.toNanos());
        ConsumerRecords<byte[], byte[]> ahead = consumer.poll(Duration.ZERO);
        return ahead.isEmpty() ? consumer.poll(timeout) : both(ahead, more());
    }

    /** A failure is left to the next poll, which comes upon it too: what has been taken already must not get lost. */
    private ConsumerRecords<byte[], byte[]> more() {
        try {
            return atLeast.isZero() ? ConsumerRecords.empty() : consumer.poll(ANSWER);
        } catch (KafkaException failed) {
            return ConsumerRecords.empty();
        }
    }

    private void sleepUntil(long time) {
        for (long left = time - System.nanoTime();
                left > 0 && !stopped.getAsBoolean();
                left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static ConsumerRecords<byte[], byte[]> both(
            ConsumerRecords<byte[], byte[]> one, ConsumerRecords<byte[], byte[]> next) {
        if (next.isEmpty()) {
            return one;
        }
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        for (ConsumerRecords<byte[], byte[]> batch : List.of(one, next)) {
            batch.partitions()
                    .forEach(partition -> records.computeIfAbsent(partition, p -> new ArrayList<>())
                            .addAll(batch.records(partition)));
        }
        Map<TopicPartition, OffsetAndMetadata> nextOffsets = new HashMap<>(one.nextOffsets());
        nextOffsets.putAll(next.nextOffsets());
        return new ConsumerRecords<>(records, nextOffsets);
    }
}

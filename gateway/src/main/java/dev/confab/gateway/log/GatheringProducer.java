package dev.confab.gateway.log;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Hands records to Kafka's producer, many at a time when they come thick and fast: a request costs the broker more than what
 * is in it. A record that comes by itself does not wait, as it would with the producer's own {@code linger.ms}.
 *
 * <p>A thread of its own hands over, since the producer may make its caller wait.
 */
final class GatheringProducer implements AutoCloseable {
    /** Records that may wait for their turn; more are refused. */
    static final int CAPACITY = 4096;

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private record Waiting(ProducerRecord<byte[], byte[]> record, UniEmitter<? super RecordMetadata> kept) {}

    private final Supplier<Producer<byte[], byte[]>> producer;
    private final Duration atLeast;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread = Thread.ofPlatform().name("append").daemon().unstarted(this::run);

    /** @param atLeast between one round of records and the next */
    GatheringProducer(Supplier<Producer<byte[], byte[]>> producer, Duration atLeast) {
        this.producer = producer;
        this.atLeast = atLeast;
        thread.start();
    }

    /** Done when the record is kept; records are handed over in the order of the calls. */
    Uni<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        return Uni.createFrom().emitter(kept -> {
            if (!queue.offer(new Waiting(record, kept))) {
                kept.fail(new RejectedExecutionException("too many records wait for Kafka"));
            }
        });
    }

    /** What still waits is not handed over, and nothing after this. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                List<Waiting> round = new ArrayList<>(List.of(queue.take()));
                long begun = System.nanoTime();
                queue.drainTo(round);
                handOver(round);
                Thread.sleep(Duration.ofNanos(begun + atLeast.toNanos() - System.nanoTime()));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(List<Waiting> round) {
        try {
            Producer<byte[], byte[]> open = producer.get();
            round.forEach(waiting -> handOver(waiting, open));
        } catch (RuntimeException unavailable) {
            round.forEach(waiting -> waiting.kept().fail(unavailable));
        }
    }

    private static void handOver(Waiting waiting, Producer<byte[], byte[]> producer) {
        try {
            Future<RecordMetadata> _ = producer.send(waiting.record(), (metadata, failure) -> {
                if (failure == null) {
                    waiting.kept().complete(metadata);
                } else {
                    waiting.kept().fail(failure);
                }
            });
        } catch (RuntimeException refused) {
            waiting.kept().fail(refused);
        }
    }
}

package dev.confab.chassis.topics;

import dev.confab.protocol.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Follows every partition of one topic, from a chosen start, for as long as the process lives. It is a member of no
 * consumer group: each reader sees every record, and starting or losing one disturbs no other.
 *
 * <p>One thread of its own polls and calls the handler; a record is handled once, in the order of its partition. While
 * Kafka is away it waits. A handler that throws loses its batch, which is logged.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    /** How long Kafka holds a fetch for which it has nothing. */
    private static final Duration IDLE = Duration.ofSeconds(2);
    /** The same, where questions are asked now and then: on one connection they wait for the fetch. */
    private static final Duration IDLE_BETWEEN_LOOKS = Duration.ofMillis(500);

    /**
     * How much longer a broker may take before it is given up. A frozen one says nothing, and until then nobody asks who
     * leads its partitions by now.
     */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final Duration LOOK_TIMEOUT = Duration.ofSeconds(1);

    /** What to do with records; called on the reader's thread. */
    @FunctionalInterface
    public interface Handler {
        void onRecords(ConsumerRecords<byte[], byte[]> batch);

        /** Handles them one by one. One that can't be read, as a newer version may write, costs no other: it is told of. */
        static Handler ofEach(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> handler) {
            return batch -> batch.forEach(record -> {
                try {
                    handler.accept(record);
                } catch (RuntimeException unreadable) {
                    LOG.errorf("stepping over a record: %s@%d: %s", record.topic(), record.offset(), unreadable);
                }
            });
        }

        /** Told once, before the first batch, where each partition is read from. */
        default void onStart(Map<TopicPartition, Long> positions) {}
    }

    private final Map<String, Object> kafka;
    private final Topic topic;
    private final StartAt start;
    private final Handler handler;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final Lookout lookout = new Lookout(System::nanoTime);
    private final Thread thread;
    private boolean looksOut;
    private Duration gather = Duration.ZERO;
    private volatile boolean closed;
    private volatile Runnable wakeUp = () -> {};

    /** @param kafka settings of the client, {@code bootstrap.servers} above all */
    public TopicReader(Map<String, Object> kafka, Topic topic, StartAt start, Handler handler) {
        this.kafka = kafka;
        this.topic = topic;
        this.start = start;
        this.handler = handler;
        this.thread =
                Thread.ofPlatform().name("read-" + topic.topicName()).daemon().unstarted(this::run);
    }

    /** Keeps knowing whether it {@link #isCurrent}, which costs a question to Kafka several times a second. */
    public TopicReader lookingOut() {
        looksOut = true;
        return this;
    }

    /**
     * To be called before {@link #start}: leaves at least so long between one batch and the next, so that records that come
     * thick and fast are taken up many at a time. One that comes by itself does not wait.
     */
    public TopicReader gathering(Duration atLeast) {
        gather = atLeast;
        return this;
    }

    public TopicReader start() {
        thread.start();
        return this;
    }

    /** Done once everything has been handled that was in the topic when the reader began. */
    public CompletionStage<Void> caughtUp() {
        return caughtUp.minimalCompletionStage();
    }

    public boolean isCaughtUp() {
        return caughtUp.isDone();
    }

    /**
     * Whether this reader knows what it should by now. When the process comes back from a pause, it is not until it has
     * handled what it missed; nor when Kafka could not be asked for longer than {@link Lookout#CUT_OFF}.
     */
    public boolean isCurrent() {
        return lookout.isCurrent();
    }

    /**
     * Done at once as a rule; after a pause of the process when what was missed has been handled, or Kafka can't be asked
     * for it.
     */
    public CompletionStage<Void> settled() {
        return lookout.settled();
    }

    /** Stops reading; returns when the handler will not be called again. */
    @Override
    public void close() {
        closed = true;
        wakeUp.run();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings());
        try {
            wakeUp = consumer::wakeup;
            Map<TopicPartition, Long> ends = untilItWorks(() -> begin(consumer));
            var polls = new GatheringPoll(consumer, gather, () -> closed);
            while (!closed) {
                turn(consumer, ends, polls);
            }
        } catch (WakeupException closing) {
            LOG.debugf("stopped reading %s", topic.topicName());
        } finally {
            // there is nothing to hand over, so no reason to wait for the fetch that is under way
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("topic " + topic.topicName() + " does not exist yet");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> positions = start.positions(consumer, partitions, ends);
        positions.forEach(consumer::seek);
        handler.onStart(positions);
        return ends;
    }

    private void lookWhetherCaughtUp(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        if (!caughtUp.isDone()
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            caughtUp.complete(null);
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, GatheringPoll polls) {
        try {
            lookWhetherCaughtUp(consumer, ends);
            ConsumerRecords<byte[], byte[]> batch = polls.poll(idle());
            if (!batch.isEmpty()) {
                handler.onRecords(batch);
            }
            if (looksOut) {
                lookOut(consumer);
            }
        } catch (WakeupException closing) {
            throw closing;
        } catch (RuntimeException e) {
            LOG.errorf(e, "reading %s failed, going on", topic.topicName());
        }
    }

    private Duration idle() {
        return looksOut ? IDLE_BETWEEN_LOOKS : IDLE;
    }

    private void lookOut(Consumer<byte[], byte[]> consumer) {
        lookout.onHandled(partition -> consumer.position(partition));
        if (!lookout.isDue()) {
            return;
        }
        lookout.onAsking();
        try {
            lookout.onAnswer(consumer.endOffsets(consumer.assignment(), LOOK_TIMEOUT));
            lookout.onHandled(partition -> consumer.position(partition));
        } catch (TimeoutException away) {
            lookout.onNoAnswer();
        }
    }

    private <T> T untilItWorks(Supplier<T> attempt) {
        while (true) {
            try {
                return attempt.get();
            } catch (WakeupException closing) {
                throw closing;
            } catch (KafkaException e) {
                LOG.debugf(e, "can't read %s yet", topic.topicName());
                pause();
            } catch (RuntimeException e) {
                LOG.errorf("can't begin to read %s, trying on: %s", topic.topicName(), e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new WakeupException();
        }
        if (closed) {
            throw new WakeupException();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.wait.ms", Math.toIntExact(idle().toMillis()));
        settings.put("request.timeout.ms", Math.toIntExact(idle().plus(SLACK).toMillis()));
        settings.put("default.api.timeout.ms", 5000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.remove("group.id");
        return settings;
    }
}

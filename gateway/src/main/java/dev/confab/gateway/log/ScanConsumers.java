package dev.confab.gateway.log;

import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A few consumers for short looks into the log, each used by one look at a time, on threads of their own. */
@ApplicationScoped
class ScanConsumers {
    private static final int AT_ONCE = 2;
    /** Looks that may wait; more fail at once. */
    private static final int WAITING = 1_000;

    private final Map<String, Object> kafka;
    private final Deque<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();
    private final ExecutorService pool =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));

    ScanConsumers(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** @param look is given the partitions of confab.rooms, by number */
    <T> Uni<T> with(BiFunction<Consumer<byte[], byte[]>, List<TopicPartition>, T> look) {
        return Uni.createFrom().item(() -> run(look)).runSubscriptionOn(pool);
    }

    void onStop(@Observes ShutdownEvent stopping) {
        pool.shutdownNow();
        idle.forEach(Consumer::close);
    }

    private <T> T run(BiFunction<Consumer<byte[], byte[]>, List<TopicPartition>, T> look) {
        Consumer<byte[], byte[]> known = idle.poll();
        Consumer<byte[], byte[]> consumer = known == null ? new KafkaConsumer<>(settings()) : known;
        try {
            T seen = look.apply(consumer, partitions(consumer));
            idle.push(consumer);
            return seen;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(Topic.ROOMS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", 3_000);
        settings.remove("group.id");
        return settings;
    }
}

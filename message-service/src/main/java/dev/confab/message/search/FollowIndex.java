package dev.confab.message.search;

import dev.confab.chassis.topics.GatheringPoll;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.message.projection.ProjectionConfig;
import dev.confab.message.search.IndexedMessage.IndexPlace;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Has an index follow the whole log. Nothing in here is kept but in the index, and nothing waits for it. */
@ApplicationScoped
class FollowIndex {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;
    private final ProjectionConfig projectionConfig;
    private final SearchConfig config;
    private final AwaitProjection projection;
    private final IndexStore rows;
    private final SearchMetrics metrics;

    FollowIndex(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ProjectionConfig projectionConfig,
            SearchConfig config,
            AwaitProjection projection,
            IndexStore rows,
            SearchMetrics metrics) {
        this.kafka = kafka;
        this.projectionConfig = projectionConfig;
        this.config = config;
        this.projection = projection;
        this.rows = rows;
        this.metrics = metrics;
    }

    /** What following needs to know of whoever has it done. */
    interface Life {
        boolean isOver();

        /** Called with what ends a wait. */
        void onWaiting(Runnable wakeUp);
    }

    /**
     * Follows until the life is over. Fails with {@link org.apache.kafka.clients.consumer.InvalidOffsetException} where the
     * log does not have what is to be read next.
     *
     * @param fresh whether the index was made anew just now
     */
    void follow(MessageIndex index, int epoch, IndexProgress from, boolean fresh, Life life) throws IOException {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            life.onWaiting(consumer::wakeup);
            assign(consumer, from, fresh);
            var polls = new GatheringPoll(consumer, projectionConfig.gather(), life::isOver);
            IndexProgress reached = from;
            IndexProgress committed = from;
            long commitAt = System.nanoTime();
            while (!life.isOver()) {
                ConsumerRecords<byte[], byte[]> polled = polls.poll(POLL);
                if (!polled.isEmpty()) {
                    reached = reached.with(apply(index, epoch, polled, life));
                    metrics.lag(lag(consumer));
                }
                if (!reached.equals(committed) && System.nanoTime() - commitAt >= 0) {
                    index.commit(reached);
                    committed = reached;
                    commitAt = System.nanoTime() + config.commitInterval().toNanos();
                }
            }
            if (!reached.equals(committed)) {
                index.commit(reached);
            }
        }
    }

    private static void assign(Consumer<byte[], byte[]> consumer, IndexProgress from, boolean fresh) {
        List<TopicPartition> all = consumer.partitionsFor(Topic.ROOMS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        consumer.beginningOffsets(all).forEach((partition, first) -> {
            long next = from.next().getOrDefault(partition.partition(), first);
            // what the log lost before it was projected is nowhere; an index made just now misses nothing by it
            consumer.seek(partition, fresh ? Math.max(first, next) : next);
        });
    }

    /** Everything of it is projected, read and put into the index before the positions behind it are given back. */
    private Map<Integer, Long> apply(MessageIndex index, int epoch, ConsumerRecords<byte[], byte[]> polled, Life life)
            throws IOException {
        Map<Integer, Long> next = polled.partitions().stream()
                .collect(Collectors.toMap(
                        TopicPartition::partition,
                        partition -> polled.records(partition).getLast().offset() + 1));
        ChangedMessages changes = ChangedMessages.of(epoch, polled);
        if (!changes.isEmpty()) {
            next.forEach((partition, end) -> awaitProjected(partition, end, life));
            apply(index, changes);
        }
        return next;
    }

    /** However long that takes; what is in the index is found meanwhile. */
    private void awaitProjected(int partition, long end, Life life) {
        projection
                .until(partition, end)
                .onFailure(ConfabException.class)
                .retry()
                .withBackOff(config.retryMin(), config.retryMax())
                .until(_ -> !life.isOver())
                .await()
                .indefinitely();
    }

    private void apply(MessageIndex index, ChangedMessages changes) throws IOException {
        Set<StreamKey> keys = Stream.concat(
                        changes.written().stream().map(ChangedMessages.Stands::stream),
                        changes.changed().stream().map(ChangedMessages.Said::stream))
                .collect(Collectors.toSet());
        Map<StreamKey, Integer> streams = rows.streams(keys);
        List<IndexPlace> written = IndexStore.places(changes.written(), streams);
        List<IndexedMessage> found = new ArrayList<>(rows.at(written));
        found.addAll(rows.said(changes.changed(), streams));
        Set<IndexPlace> missing = new HashSet<>(written);
        found.forEach(message -> missing.remove(message.place()));
        for (IndexPlace place : missing) {
            index.remove(place);
        }
        index.put(found);
        index.refresh();
        if (changes.roomsDeleted()) {
            index.removeStreams(rows.gone(index.streams()));
            index.refresh();
        }
        metrics.indexed(found.size(), index.documents());
    }

    private static long lag(Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove("group.id");
        settings.put("enable.auto.commit", false);
        // a position that the log does not have is a reason to make the index anew, not to start somewhere else
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.partition.fetch.bytes", 131_072);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return settings;
    }
}

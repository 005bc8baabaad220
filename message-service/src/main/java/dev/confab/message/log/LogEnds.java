package dev.confab.message.log;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.chassis.topics.Partitions;
import dev.confab.chassis.topics.TopicsConfig;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the log reaches right now. */
@Startup
@ApplicationScoped
public class LogEnds {
    private final LogConfig config;
    private final TopicsConfig topics;
    private final CompletableFuture<Integer> partitions;
    private final Admin admin;
    private volatile boolean away;

    public LogEnds(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            LogConfig config,
            TopicsConfig topics,
            CreateTopics createTopics) {
        this.config = config;
        this.topics = topics;
        this.partitions = createTopics.partitions();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("reconnect.backoff.max.ms", 500);
        this.admin = Admin.create(settings);
    }

    /** Which partition the stream is in. */
    public int partition(StreamKey stream) {
        return Partitions.of(stream, partitions());
    }

    /** How many there are. */
    public int partitions() {
        return partitions.getNow(topics.partitions());
    }

    /** The position that the next record of the partition will get; empty if Kafka does not say so in time. */
    public Uni<OptionalLong> end(int partition) {
        TopicPartition of = new TopicPartition(Topic.ROOMS.topicName(), partition);
        Duration patience = away ? config.endTimeoutWhileAway() : config.endTimeout();
        return Uni.createFrom()
                .completionStage(() -> admin.listOffsets(Map.of(of, OffsetSpec.latest()), options(patience))
                        .partitionResult(of)
                        .toCompletionStage())
                .map(found -> OptionalLong.of(found.offset()))
                .ifNoItem()
                .after(patience)
                .fail()
                .invoke(answered -> away = false)
                .onFailure()
                .invoke(failure -> away = true)
                .onFailure()
                .recoverWithItem(OptionalLong.empty())
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    void onStop(@Observes ShutdownEvent stopping) {
        admin.close(Duration.ofSeconds(1));
    }

    private static ListOffsetsOptions options(Duration patience) {
        return new ListOffsetsOptions().timeoutMs(Math.toIntExact(patience.toMillis()));
    }
}

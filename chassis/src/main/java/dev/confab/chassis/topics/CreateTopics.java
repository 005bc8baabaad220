package dev.confab.chassis.topics;

import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the topics that are missing and learns the epoch of the log, in the background: a service starts without Kafka,
 * and is ready once it is there. Several services may do this at once. Where others make the topics it waits for the log alone:
 * who reads another topic waits for that one.
 */
@ApplicationScoped
public class CreateTopics {
    private static final Logger LOG = Logger.getLogger(CreateTopics.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration PROGRESS_SEGMENT = Duration.ofMinutes(10);

    private final Map<String, Object> kafka;
    private final TopicsConfig config;
    private final CompletableFuture<String> epoch = new CompletableFuture<>();
    private final CompletableFuture<Integer> partitions = new CompletableFuture<>();
    private volatile boolean stopped;

    CreateTopics(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicsConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /**
     * Done once the log exists, with its epoch: the id that Kafka gave to confab.rooms. Another epoch means another log, in
     * which positions start again.
     */
    public CompletableFuture<String> epoch() {
        return epoch.copy();
    }

    /** As {@link #epoch()}, with how many partitions confab.rooms really has. */
    public CompletableFuture<Integer> partitions() {
        return partitions.copy();
    }

    void onStart(@Observes StartupEvent started) {
        Thread.ofVirtual().name("create-topics").start(this::createUntilDone);
    }

    void onStop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void createUntilDone() {
        for (int attempt = 1; !stopped; attempt++) {
            try (Admin admin = Admin.create(adminSettings())) {
                if (config.create()) {
                    create(admin);
                }
                TopicDescription rooms = describeRooms(admin);
                partitions.complete(rooms.partitions().size());
                epoch.complete(rooms.topicId().toString());
                return;
            } catch (ExecutionException | RuntimeException e) {
                LOG.debug("can't create the topics yet", e);
                if (attempt == 1) {
                    LOG.warn(waiting(e));
                }
                if (!pause()) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** In one line: as a rule everything is being started, and nothing is wrong. */
    String waiting(Exception failure) {
        Throwable reason =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        return "waiting for Kafka at %s: %s".formatted(kafka.get("bootstrap.servers"), reason.getMessage());
    }

    private static boolean pause() {
        try {
            Thread.sleep(RETRY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        List<NewTopic> topics =
                Arrays.stream(Topic.values()).map(this::describe).toList();
        for (var created : admin.createTopics(topics).values().entrySet()) {
            try {
                created.getValue().get();
                LOG.infof("created topic %s", created.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static TopicDescription describeRooms(Admin admin) throws ExecutionException, InterruptedException {
        String name = Topic.ROOMS.topicName();
        KafkaFuture<TopicDescription> description = Objects.requireNonNull(
                admin.describeTopics(List.of(name)).topicNameValues().get(name));
        return description.get();
    }

    private NewTopic describe(Topic topic) {
        boolean rooms = topic == Topic.ROOMS;
        boolean ephemeral = topic == Topic.PRESENCE;
        Map<String, String> settings = new HashMap<>();
        settings.put("cleanup.policy", topic.cleanup() == Topic.Cleanup.COMPACT ? "compact" : "delete");
        settings.put("min.insync.replicas", ephemeral ? "1" : Integer.toString(config.minInsyncReplicas()));
        settings.put("message.timestamp.type", "LogAppendTime");
        (rooms ? Optional.of(config.roomsRetention()) : topic.retention())
                .ifPresent(time -> settings.put("retention.ms", Long.toString(time.toMillis())));
        if (topic == Topic.PROGRESS) {
            // what it is read back from is told over and over again, so it is to be compacted often
            settings.put("segment.ms", Long.toString(PROGRESS_SEGMENT.toMillis()));
        }
        if (rooms && config.flushEveryRecord()) {
            settings.put("flush.messages", "1");
        }
        return new NewTopic(topic.topicName(), rooms ? config.partitions() : 1, config.replication()).configs(settings);
    }

    private Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putIfAbsent("default.api.timeout.ms", "5000");
        settings.putIfAbsent("request.timeout.ms", "3000");
        return settings;
    }
}

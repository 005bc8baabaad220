package dev.confab.chassis.topics;

import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * A process lives with one log. When confab.rooms is gone, or another one has taken its place, all that the process knows
 * of positions is wrong, so it says that it wants to be restarted; the first one to start makes the topic again.
 */
@Liveness
@ApplicationScoped
class SameLog implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(SameLog.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    /** Looks in a row that have not found it: a single one could be a broker's that has only just started. */
    private static final int GONE_AFTER = 3;

    private final Map<String, Object> kafka;
    private final CreateTopics topics;
    private volatile boolean replaced;
    private final Thread thread = Thread.ofVirtual().name("same-log").unstarted(this::watch);

    SameLog(@Identifier("default-kafka-broker") Map<String, Object> kafka, CreateTopics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    private void watch() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("default.api.timeout.ms", "5000");
        settings.put("request.timeout.ms", "3000");
        settings.put("reconnect.backoff.max.ms", "5000");
        try {
            String epoch = topics.epoch().get();
            try (Admin admin = Admin.create(settings)) {
                int missed = 0;
                while (!replaced) {
                    Thread.sleep(EVERY);
                    Seen seen = look(admin, epoch);
                    missed = seen == Seen.NONE ? missed + 1 : 0;
                    replaced = seen == Seen.ANOTHER || missed == GONE_AFTER;
                }
            }
            LOG.errorf("the log %s is gone: restart this process, so that it lives with the one there is", epoch);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private enum Seen {
        SAME,
        ANOTHER,
        NONE,
        /** Kafka is away. */
        UNKNOWN
    }

    private static Seen look(Admin admin, String epoch) throws InterruptedException {
        String name = Topic.ROOMS.topicName();
        try {
            return admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
                            .allMatch(topic -> topic.topicId().toString().equals(epoch))
                    ? Seen.SAME
                    : Seen.ANOTHER;
        } catch (ExecutionException e) {
            LOG.debugf("can't see the log: %s", e.getMessage());
            return e.getCause() instanceof UnknownTopicOrPartitionException ? Seen.NONE : Seen.UNKNOWN;
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("same log").status(!replaced).build();
    }
}

package dev.confab.message.projection;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import dev.confab.chassis.threads.BackgroundThread;
import dev.confab.chassis.topics.GatheringPoll;
import dev.confab.message.log.Epochs;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Projects the log for as long as the process lives, in one thread of its own, which alone waits. It polls, has the
 * records projected, and only then polls again: nothing is read ahead of what is stored, so there is nothing to take back
 * when something fails or a partition goes to another replica.
 */
@ApplicationScoped
class Projector {
    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final ConsumerSetup setup;
    private final Epochs epochs;
    private final ProjectPolled projectPolled;
    private final StoredPositions positions;
    private final ReachedPositions reached;
    private final ProjectionConfig config;
    private final ProjectionMetrics metrics;
    private final BackgroundThread thread = new BackgroundThread("project", FAREWELL, this::run);

    Projector(
            ConsumerSetup setup,
            Epochs epochs,
            ProjectPolled projectPolled,
            StoredPositions positions,
            ReachedPositions reached,
            ProjectionConfig config,
            ProjectionMetrics metrics) {
        this.setup = setup;
        this.epochs = epochs;
        this.projectPolled = projectPolled;
        this.positions = positions;
        this.reached = reached;
        this.config = config;
        this.metrics = metrics;
    }

    void onStart(@Observes StartupEvent started) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.stop();
    }

    /** Whether it projects, or would if it could. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() throws InterruptedException {
        try {
            int epoch = epoch();
            Consumer<byte[], byte[]> consumer = setup.consumer();
            thread.wakeBy(consumer::wakeup);
            try {
                Assignment assignment = new Assignment(consumer, epoch, positions, reached, config, metrics);
                consumer.subscribe(List.of(Topic.ROOMS.topicName()), assignment);
                var polls = new GatheringPoll(consumer, config.gather(), thread::isStopped);
                while (!thread.isStopped()) {
                    turn(polls, assignment);
                }
            } finally {
                // a named replica would stay a member, and its partitions idle, until its session timed out
                consumer.close(
                        CloseOptions.groupMembershipOperation(LEAVE_GROUP).withTimeout(FAREWELL));
            }
        } catch (WakeupException stopping) {
            throw stopping;
        } catch (FencedInstanceIdException e) {
            LOG.fatalf("another replica has the name %s: this process has to be started again", config.instance());
        } catch (RuntimeException | Error e) {
            LOG.fatal("projecting has ended for good: this process has to be started again", e);
        }
    }

    private int epoch() throws InterruptedException {
        while (true) {
            try {
                if (epochs.isCertain()) {
                    return epochs.current().await().indefinitely();
                }
            } catch (ConfabException unavailable) {
                LOG.warn("can't project yet: " + unavailable.detail());
            }
            Thread.sleep(PAUSE);
        }
    }

    private void turn(GatheringPoll polls, Assignment assignment) throws InterruptedException {
        try {
            assignment.resume();
            projectPolled.project(polls.poll(POLL), assignment);
            assignment.measureLag();
        } catch (WakeupException | FencedInstanceIdException ending) {
            throw ending;
        } catch (InvalidOffsetException e) {
            LOG.warnf("the log does not have what is to be read next: %s", e.getMessage());
            e.partitions().forEach(assignment::onFailure);
        } catch (KafkaException e) {
            LOG.warnf("can't read the log, trying on: %s", e);
            Thread.sleep(PAUSE);
        } catch (RuntimeException e) {
            LOG.error("projecting failed, trying on", e);
            assignment.onFailure();
            Thread.sleep(PAUSE);
        }
    }
}

package dev.confab.message.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The partitions that the group has given to this replica. A partition is paused until its stored position is known and
 * again whenever something failed, so that polling goes on and the group does not expel this replica. Confined to the
 * projector's thread.
 */
final class Assignment implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(Assignment.class);
    private static final Duration KAFKA_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LAG_INTERVAL = Duration.ofSeconds(5);

    private final Consumer<?, ?> consumer;
    private final int epoch;
    private final StoredPositions positions;
    private final ReachedPositions reached;
    private final ProjectionConfig config;
    private final ProjectionMetrics metrics;
    private final Map<TopicPartition, Standing> standings = new HashMap<>();
    private Instant lagDue = Instant.MIN;

    Assignment(
            Consumer<?, ?> consumer,
            int epoch,
            StoredPositions positions,
            ReachedPositions reached,
            ProjectionConfig config,
            ProjectionMetrics metrics) {
        this.consumer = consumer;
        this.epoch = epoch;
        this.positions = positions;
        this.reached = reached;
        this.config = config;
        this.metrics = metrics;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (!assigned.isEmpty()) {
            LOG.infof("projecting %s", assigned);
        }
        for (TopicPartition partition : assigned) {
            standings.put(partition, new Standing(config));
            // any position, lest the consumer look for one itself; nothing is fetched while paused
            consumer.seek(partition, 0);
        }
        consumer.pause(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> {
            standings.remove(partition);
            reached.released(partition.partition());
        });
    }

    private Optional<Standing> of(TopicPartition partition) {
        return Optional.ofNullable(standings.get(partition));
    }

    int epoch() {
        return epoch;
    }

    /** The partition could not be projected: its position is read again after a pause. */
    void onFailure(TopicPartition partition) {
        of(partition).ifPresent(standing -> {
            standing.onFailure(Instant.now());
            consumer.pause(List.of(partition));
        });
    }

    /** As {@link #onFailure(TopicPartition)}, for all of them. */
    void onFailure() {
        Set.copyOf(standings.keySet()).forEach(this::onFailure);
    }

    void onProgress(TopicPartition partition, long position) {
        of(partition).ifPresent(standing -> {
            standing.onProgress(position);
            reached.reached(partition.partition(), position);
        });
    }

    /** Continues the partitions whose position is not known with what the database says. */
    void resume() {
        Instant now = Instant.now();
        List<TopicPartition> waiting = standings.entrySet().stream()
                .filter(entry -> entry.getValue().isToBeRead(now))
                .map(Map.Entry::getKey)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        try {
            List<Integer> numbers =
                    waiting.stream().map(TopicPartition::partition).toList();
            Map<Integer, Long> stored = positions.of(epoch, numbers);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(waiting, KAFKA_TIMEOUT);
            Map<TopicPartition, Long> ends = consumer.endOffsets(waiting, KAFKA_TIMEOUT);
            waiting.forEach(partition -> resume(
                    partition,
                    stored.getOrDefault(partition.partition(), 0L),
                    beginnings.getOrDefault(partition, 0L),
                    ends.getOrDefault(partition, 0L)));
        } catch (WakeupException stopping) {
            throw stopping;
        } catch (RuntimeException e) {
            LOG.warnf("can't read where %s stand, trying again: %s", waiting, e);
            waiting.forEach(this::onFailure);
        }
    }

    private void resume(TopicPartition partition, long stored, long beginning, long end) {
        if (stored > end) {
            LOG.errorf(
                    "the log has lost its end: %s is projected up to %d but reaches only to %d; waiting for it",
                    partition, stored, end);
            onFailure(partition);
            return;
        }
        if (stored < beginning) {
            positions.skip(epoch, partition.partition(), stored, beginning, "the log no longer has them (retention)");
        }
        long next = Math.max(stored, beginning);
        of(partition).ifPresent(standing -> {
            standing.at(next);
            reached.reached(partition.partition(), next);
        });
        consumer.seek(partition, next);
        consumer.resume(List.of(partition));
    }

    /**
     * Whether the records follow on what is projected. If they don't they are read once more, and only if that brings
     * the same is the gap accepted. Records of a partition that was taken away since they were fetched, which happens
     * when several polls are taken together, are its new owner's.
     */
    boolean follows(TopicPartition partition, long first) {
        return of(partition)
                .filter(standing -> follows(partition, first, standing))
                .isPresent();
    }

    private boolean follows(TopicPartition partition, long first, Standing standing) {
        long next = standing.next().orElse(-1);
        if (first == next) {
            return true;
        }
        if (next >= 0 && first > next && standing.isGapConfirmed(first)) {
            positions.skip(epoch, partition.partition(), next, first, "the log has a gap there");
            standing.at(first);
            return true;
        }
        LOG.warnf("%s goes on at %d instead of %d, reading again", partition, first, next);
        onFailure(partition);
        return false;
    }

    /** Tells the metrics how many records the furthest partition is behind, now and then. */
    void measureLag() {
        Instant now = Instant.now();
        if (now.isBefore(lagDue)) {
            return;
        }
        lagDue = now.plus(LAG_INTERVAL);
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(standings.keySet(), KAFKA_TIMEOUT);
            metrics.lag(standings.entrySet().stream()
                    .mapToLong(entry -> ends.getOrDefault(entry.getKey(), 0L)
                            - entry.getValue().position())
                    .max()
                    .orElse(0));
        } catch (TimeoutException away) {
            LOG.debug("can't measure how far behind the projection is", away);
        }
    }
}

package dev.confab.message.projection;

import dev.confab.protocol.ConfabException;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Projects what one poll brought: all partitions in one transaction where that is large enough, else at the same time, each in
 * its order.
 */
@ApplicationScoped
class ProjectPolled {
    private static final Logger LOG = Logger.getLogger(ProjectPolled.class);

    private final ProjectRuns projectRuns;
    private final Runs runs;
    private final ProjectionConfig config;
    private final ProjectionMetrics metrics;

    ProjectPolled(ProjectRuns projectRuns, ProjectionConfig config, ProjectionMetrics metrics) {
        this.projectRuns = projectRuns;
        this.runs = new Runs(config.runEvents(), config.runBytes(), metrics);
        this.config = config;
        this.metrics = metrics;
    }

    /** The records of one partition. */
    private record Part(TopicPartition partition, long end, List<Run> runs) {
        boolean mayGoWithOthers() {
            return runs.size() == 1
                    && !runs.getFirst().isWall()
                    && !runs.getFirst().isDeletion();
        }

        Outcome done() {
            return new Outcome(this, Optional.empty());
        }

        Outcome failed(Throwable failure) {
            return new Outcome(this, Optional.of(failure));
        }
    }

    /** What became of them. */
    private record Outcome(Part part, Optional<Throwable> failure) {}

    /** Returns when all of it is done or has failed, and says which to the assignment. */
    void project(ConsumerRecords<byte[], byte[]> polled, Assignment assignment) {
        List<Part> parts = new ArrayList<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            long from = records.getFirst().offset();
            if (assignment.follows(partition, from)) {
                long end = records.getLast().offset() + 1;
                parts.add(new Part(partition, end, runs.of(assignment.epoch(), partition.partition(), from, records)));
            }
        }
        if (!parts.isEmpty()) {
            Timer.Sample sample = Timer.start();
            List<Outcome> outcomes =
                    project(parts, fitOneTransaction(polled)).await().indefinitely();
            sample.stop(metrics.batch());
            outcomes.forEach(outcome -> tell(assignment, outcome));
        }
    }

    private boolean fitOneTransaction(ConsumerRecords<byte[], byte[]> polled) {
        long bytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            bytes += Math.max(0, record.serializedValueSize());
        }
        return polled.count() <= config.runEvents() && bytes <= config.runBytes();
    }

    private Uni<List<Outcome>> project(List<Part> parts, boolean together) {
        Map<Boolean, List<Part>> sorted =
                parts.stream().collect(Collectors.partitioningBy(part -> together && part.mayGoWithOthers()));
        List<Part> joint = sorted.getOrDefault(true, List.of());
        return joint.size() < 2
                ? eachAlone(parts)
                : Uni.combine()
                        .all()
                        .unis(together(joint), eachAlone(sorted.getOrDefault(false, List.of())))
                        .with((one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
    }

    /** Whatever may be in the way of one is not to be in the way of the others. */
    private Uni<List<Outcome>> together(List<Part> parts) {
        return projectRuns
                .projectTogether(
                        parts.stream().map(part -> part.runs().getFirst()).toList())
                .replaceWith(() -> parts.stream().map(Part::done).toList())
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf(failure, "%d partitions can't be projected together", parts.size());
                    return eachAlone(parts);
                });
    }

    private Uni<List<Outcome>> eachAlone(List<Part> parts) {
        return parts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(parts.stream().map(this::alone).toList()).andFailFast();
    }

    private Uni<Outcome> alone(Part part) {
        return projectRuns
                .project(part.runs())
                .replaceWith(part::done)
                .onFailure()
                .recoverWithItem(part::failed);
    }

    private static void tell(Assignment assignment, Outcome outcome) {
        TopicPartition partition = outcome.part().partition();
        outcome.failure()
                .ifPresentOrElse(
                        failure -> {
                            logFailure(partition, failure);
                            assignment.onFailure(partition);
                        },
                        () -> assignment.onProgress(partition, outcome.part().end()));
    }

    private static void logFailure(TopicPartition partition, Throwable failure) {
        switch (failure) {
            case Superseded superseded -> LOG.warnf("another replica projects %s: %s", partition, failure.getMessage());
            case NewerEvent newer -> LOG.errorf("can't project %s any further: %s", partition, newer.getMessage());
            case ConfabException unavailable ->
                LOG.warnf("can't project %s now, trying on: %s", partition, unavailable.detail());
            default -> LOG.errorf(failure, "can't project %s, trying on", partition);
        }
    }
}

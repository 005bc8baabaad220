package dev.confab.message.projection;

import dev.confab.protocol.ConfabException;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Projects what one poll brought: the partitions at the same time, each in its order. */
@ApplicationScoped
class ProjectPolled {
    private static final Logger LOG = Logger.getLogger(ProjectPolled.class);

    private final ProjectRuns projectRuns;
    private final Runs runs;
    private final ProjectionMetrics metrics;

    ProjectPolled(ProjectRuns projectRuns, ProjectionConfig config, ProjectionMetrics metrics) {
        this.projectRuns = projectRuns;
        this.runs = new Runs(config.runEvents(), config.runBytes(), metrics);
        this.metrics = metrics;
    }

    /** What became of the records of one partition. */
    private record Outcome(TopicPartition partition, long end, Optional<Throwable> failure) {}

    /** Returns when all of it is done or has failed, and says which to the assignment. */
    void project(ConsumerRecords<byte[], byte[]> polled, Assignment assignment) {
        List<Uni<Outcome>> work = new ArrayList<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            if (assignment.follows(partition, records.getFirst().offset())) {
                work.add(project(partition, records, assignment.epoch()));
            }
        }
        if (!work.isEmpty()) {
            Timer.Sample sample = Timer.start();
            List<Outcome> outcomes = Uni.join().all(work).andFailFast().await().indefinitely();
            sample.stop(metrics.batch());
            outcomes.forEach(outcome -> tell(assignment, outcome));
        }
    }

    private Uni<Outcome> project(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, int epoch) {
        long from = records.getFirst().offset();
        long end = records.getLast().offset() + 1;
        return projectRuns
                .project(runs.of(epoch, partition.partition(), from, records))
                .replaceWith(new Outcome(partition, end, Optional.empty()))
                .onFailure()
                .recoverWithItem(failure -> new Outcome(partition, end, Optional.of(failure)));
    }

    private static void tell(Assignment assignment, Outcome outcome) {
        outcome.failure()
                .ifPresentOrElse(
                        failure -> {
                            logFailure(outcome.partition(), failure);
                            assignment.onFailure(outcome.partition());
                        },
                        () -> assignment.onProgress(outcome.partition(), outcome.end()));
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

package dev.confab.message.projection;

import dev.confab.protocol.LoggedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Cuts what was polled of a partition into runs. */
final class Runs {
    private static final Logger LOG = Logger.getLogger(Runs.class);

    private final int maxEvents;
    private final int maxBytes;
    private final ProjectionMetrics metrics;

    Runs(int maxEvents, int maxBytes, ProjectionMetrics metrics) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.metrics = metrics;
    }

    /**
     * Up to the first event of a newer version, where there is a {@linkplain Run#wall wall} then.
     *
     * @param from where the projection of the partition stands
     */
    List<Run> of(int epoch, int partition, long from, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Run> runs = new ArrayList<>();
        List<LoggedEvent> events = new ArrayList<>();
        long start = from;
        int bytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Optional<LoggedEvent> event;
            try {
                event = read(record);
            } catch (NewerEvent wait) {
                if (record.offset() > start) {
                    runs.add(new Run(epoch, partition, start, record.offset(), List.copyOf(events)));
                }
                runs.add(Run.wall(epoch, partition, record.offset()));
                return runs;
            }
            if (!events.isEmpty() && (bytes >= maxBytes || !fits(event, events))) {
                runs.add(new Run(epoch, partition, start, record.offset(), List.copyOf(events)));
                start = record.offset();
                events.clear();
                bytes = 0;
            }
            event.ifPresent(events::add);
            bytes += Math.max(0, record.serializedValueSize());
        }
        runs.add(new Run(epoch, partition, start, records.getLast().offset() + 1, List.copyOf(events)));
        return runs;
    }

    private boolean fits(Optional<LoggedEvent> event, List<LoggedEvent> events) {
        return event.isEmpty()
                || (events.size() < maxEvents && !Run.isDeletion(event.get()) && !Run.isDeletion(events.getFirst()));
    }

    private Optional<LoggedEvent> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(ReadEvent.from(record));
        } catch (NewerEvent wait) {
            throw wait;
        } catch (RuntimeException unreadable) {
            LOG.errorf(
                    "stepping over a record that is no event: partition=%d position=%d: %s",
                    record.partition(), record.offset(), unreadable);
            metrics.poison();
            return Optional.empty();
        }
    }
}

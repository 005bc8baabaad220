package dev.confab.message.unread;

import dev.confab.chassis.OneByOne;
import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.message.unread.ReadMark.Reached;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.ReadPosition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps how far people have read. No mark gets beyond the end of the log. */
@ApplicationScoped
class ProjectReads {
    private final Epochs epochs;
    private final LogEnds logEnds;
    private final AwaitProjection projection;
    private final ReadMarkStore store;

    ProjectReads(Epochs epochs, LogEnds logEnds, AwaitProjection projection, ReadMarkStore store) {
        this.epochs = epochs;
        this.logEnds = logEnds;
        this.projection = projection;
        this.store = store;
    }

    /** Fails if it can't be done now; the same again changes nothing. */
    Uni<Void> project(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Map<ReadMark, Reached> marks = ReadMark.merged(read(records), epochs.present());
        return ends(marks).chain(ends -> epochs.current().chain(epoch -> store.merge(epoch, within(ends, marks))));
    }

    private static List<ReadPosition> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<ReadPosition> reads = new ArrayList<>();
        OneByOne.handle("keeping how far people have read", records, record -> {
            if (record.value() != null) {
                reads.add(Json.read(record.value(), ReadPosition.class));
            }
        });
        return reads;
    }

    /** Of the partitions where a mark is further on than is projected, and so perhaps further than there is anything. */
    private Uni<Map<Integer, Long>> ends(Map<ReadMark, Reached> marks) {
        Set<Integer> doubtful = marks.entrySet().stream()
                .filter(mark -> !projection.hasReached(
                        partition(mark.getKey()), mark.getValue().position().value() + 1))
                .map(mark -> partition(mark.getKey()))
                .collect(Collectors.toSet());
        return Multi.createFrom()
                .iterable(doubtful)
                .onItem()
                .transformToUniAndMerge(partition -> logEnds.end(partition)
                        .map(end ->
                                Map.entry(partition, end.orElseThrow(() -> ConfabException.unavailable("The log")))))
                .collect()
                .in(HashMap::new, (ends, end) -> ends.put(end.getKey(), end.getValue()));
    }

    private Map<ReadMark, Reached> within(Map<Integer, Long> ends, Map<ReadMark, Reached> marks) {
        Map<ReadMark, Reached> sound = new HashMap<>();
        marks.forEach((mark, reached) -> {
            long last = ends.getOrDefault(partition(mark), Long.MAX_VALUE) - 1;
            sound.put(mark, reached.within(new Position(last)));
        });
        return sound;
    }

    private int partition(ReadMark mark) {
        return logEnds.partition(mark.stream());
    }
}

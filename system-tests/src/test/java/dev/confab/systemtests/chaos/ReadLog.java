package dev.confab.systemtests.chaos;

import dev.confab.protocol.AuthorizedAt;
import dev.confab.protocol.Content;
import dev.confab.protocol.Fences;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import dev.confab.systemtests.chaos.Log.Entry;
import dev.confab.systemtests.chaos.Log.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the log past all services, and judges it by the rules alone: the fences, and that the first of an id counts. */
final class ReadLog {
    private final Map<String, Judge> judges;

    private ReadLog(Collection<String> rooms) {
        judges = rooms.stream()
                .collect(Collectors.toMap(
                        room -> StreamKey.of(new RoomName(room)).value(), Judge::new));
    }

    /** These rooms' messages up to the log's present end. */
    static Log of(Collection<String> rooms, Map<String, Object> kafka) {
        var reader = new ReadLog(rooms);
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of("auto.offset.reset", "earliest", "enable.auto.commit", false));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.ROOMS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(reader::take);
            }
        }
        return new Log(
                reader.judges.values().stream().collect(Collectors.toMap(judge -> judge.room, judge -> judge.entries)));
    }

    private void take(ConsumerRecord<String, byte[]> kept) {
        var judge = judges.get(kept.key());
        if (judge != null) {
            var position = new Position(kept.offset());
            judge.onEvent(new LoggedEvent(
                    position,
                    Instant.ofEpochMilli(kept.timestamp()),
                    authorizedAt(kept).orElse(position),
                    Json.read(kept.value(), RoomEvent.class)));
        }
    }

    private static Optional<Position> authorizedAt(ConsumerRecord<String, byte[]> kept) {
        return Optional.ofNullable(kept.headers().lastHeader(AuthorizedAt.HEADER))
                .map(header -> AuthorizedAt.read(header.value()));
    }

    private static final class Judge {
        private final String room;
        private final Fences fences = new Fences();
        private final Set<Map.Entry<Username, MessageId>> known = new HashSet<>();
        private final List<Entry> entries = new ArrayList<>();

        Judge(String room) {
            this.room = room;
        }

        void onEvent(LoggedEvent logged) {
            boolean isVoid = fences.isVoid(logged);
            fences.onEvent(logged.event(), logged.position());
            if (logged.event() instanceof Content.Posted message) {
                var verdict = isVoid
                        ? Verdict.VOID
                        : known.add(Map.entry(message.from(), message.id())) ? Verdict.VALID : Verdict.REPEATED;
                entries.add(new Entry(
                        logged.position().value(),
                        message.id().toString(),
                        message.from().value(),
                        message.text().value(),
                        verdict));
            }
        }
    }
}

package dev.confab.message.search;

import dev.confab.chassis.OneByOne;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.StreamKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What records may have changed. Whether they have, and to what, is not decided here: the rows tell.
 *
 * @param roomsDeleted whether any room was
 */
record ChangedMessages(Set<Stands> written, Set<Said> changed, boolean roomsDeleted) {

    /** Something that was written at a place. */
    record Stands(StreamKey stream, LogPosition position) {}

    /** Something that has an id of its author's. */
    record Said(StreamKey stream, MessageRef ref) {}

    boolean isEmpty() {
        return written.isEmpty() && changed.isEmpty() && !roomsDeleted;
    }

    static ChangedMessages of(int epoch, Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Set<Stands> written = new LinkedHashSet<>();
        Set<Said> changed = new HashSet<>();
        Set<StreamKey> deleted = new HashSet<>();
        OneByOne.handle("looking at what changed", records, record -> {
            if (record.value() == null) {
                return;
            }
            RoomEvent event = Json.read(record.value(), RoomEvent.class);
            StreamKey stream = event.stream();
            switch (event) {
                case Content.Posted _ ->
                    written.add(new Stands(stream, new LogPosition(epoch, new Position(record.offset()))));
                case Content.Edited edited -> changed.add(new Said(stream, edited.about()));
                case Content.Deleted gone -> changed.add(new Said(stream, gone.about()));
                case Content.Reacted _, Content.Pinned _ -> {}
                case Decision decision -> {
                    if (decision instanceof Decision.RoomChanged room && room.change() == Change.DELETED) {
                        deleted.add(stream);
                    }
                }
            }
        });
        return new ChangedMessages(written, changed, !deleted.isEmpty());
    }
}

package dev.confab.message.projection;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.StreamKey;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event with its place and time in the log. */
record LoggedEvent(Position position, Instant at, RoomEvent event) {

    /** @throws ConfabException if the record is not an event of the stream that its key names */
    static LoggedEvent of(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "The record has no value.");
        }
        RoomEvent event = Json.read(record.value(), RoomEvent.class);
        if (!Arrays.equals(event.stream().bytes(), record.key())) {
            throw new ConfabException(ErrorCode.INVALID, "The record's key is not that of its stream.");
        }
        if (event instanceof RoomEvent.Direct direct
                && !direct.conversation().equals(Conversation.between(direct.from(), direct.to()))) {
            throw new ConfabException(ErrorCode.INVALID, "The conversation is not that of the two.");
        }
        return new LoggedEvent(new Position(record.offset()), Instant.ofEpochMilli(record.timestamp()), event);
    }

    StreamKey stream() {
        return event.stream();
    }

    boolean isDeletion() {
        return event instanceof RoomEvent.RoomChanged changed
                && changed.change() == RoomEvent.RoomChanged.Change.DELETED;
    }
}

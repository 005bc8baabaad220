package dev.confab.message.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.JudgedAt;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.StreamKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event with its place and time in the log.
 *
 * @param judgedAt how far the log was known to whoever let its author write it
 */
record LoggedEvent(Position position, Instant at, RoomEvent event, Position judgedAt) {
    /** One that says nothing of how its author was judged. */
    LoggedEvent(Position position, Instant at, RoomEvent event) {
        this(position, at, event, position);
    }

    /**
     * @throws NewerEvent if the record is an event of a type that this version does not know
     * @throws ConfabException if it is not an event of the stream that its key names
     */
    static LoggedEvent of(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "The record has no value.");
        }
        RoomEvent event = read(record);
        if (!Arrays.equals(event.stream().bytes(), record.key())) {
            throw new ConfabException(ErrorCode.INVALID, "The record's key is not that of its stream.");
        }
        if (event instanceof RoomEvent.Direct direct
                && !direct.conversation().equals(Conversation.between(direct.from(), direct.to()))) {
            throw new ConfabException(ErrorCode.INVALID, "The conversation is not that of the two.");
        }
        Position position = new Position(record.offset());
        return new LoggedEvent(
                position,
                Instant.ofEpochMilli(record.timestamp()),
                event,
                judgedAt(record).orElse(position));
    }

    private static Optional<Position> judgedAt(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(JudgedAt.HEADER))
                .map(header -> JudgedAt.read(header.value()));
    }

    private static RoomEvent read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(record.value(), RoomEvent.class);
        } catch (ConfabException unreadable) {
            if (unreadable.field().filter("type"::equals).isPresent()
                    && Json.read(record.value(), JsonNode.class).path("type").isTextual()) {
                throw new NewerEvent(record.offset());
            }
            throw unreadable;
        }
    }

    StreamKey stream() {
        return event.stream();
    }

    boolean isDeletion() {
        return event instanceof RoomEvent.RoomChanged changed
                && changed.change() == RoomEvent.RoomChanged.Change.DELETED;
    }
}

package dev.confab.message.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.AuthorizedAt;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads an event from its record. */
final class ReadEvent {
    private ReadEvent() {}

    /**
     * @throws NewerEvent if the record is an event of a type that this version does not know
     * @throws ConfabException if it is not an event of the stream that its key names
     */
    static LoggedEvent from(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "The record has no value.");
        }
        RoomEvent event = event(record);
        if (!Arrays.equals(event.stream().bytes(), record.key())) {
            throw new ConfabException(ErrorCode.INVALID, "The record's key is not that of its stream.");
        }
        Position position = new Position(record.offset());
        return new LoggedEvent(
                position,
                Instant.ofEpochMilli(record.timestamp()),
                authorizedAt(record).orElse(position),
                event);
    }

    private static Optional<Position> authorizedAt(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(AuthorizedAt.HEADER))
                .or(() -> Optional.ofNullable(record.headers().lastHeader(AuthorizedAt.FORMER_HEADER)))
                .map(header -> AuthorizedAt.read(header.value()));
    }

    private static RoomEvent event(ConsumerRecord<byte[], byte[]> record) {
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
}

package dev.confab.gateway.log;

import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.AuthorizedAt;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of the log. */
public final class Records {
    private static final byte[] FORMER_NAME = "{\"type\":\"direct\"".getBytes(StandardCharsets.US_ASCII);

    private Records() {}

    /** @throws ConfabException if the record can't be read */
    public static LoggedEvent read(ConsumerRecord<byte[], byte[]> record) {
        Position position = new Position(record.offset());
        return new LoggedEvent(
                position,
                Instant.ofEpochMilli(record.timestamp()),
                Stream.of(AuthorizedAt.HEADER, AuthorizedAt.FORMER_HEADER)
                        .map(record.headers()::lastHeader)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(header -> AuthorizedAt.read(header.value()))
                        .orElse(position),
                Json.read(record.value(), RoomEvent.class));
    }

    /** As clients get it: as it stands in the log, but for the name that private messages had in former versions. */
    public static Frame frame(LoggedEvent logged, ConsumerRecord<byte[], byte[]> record) {
        byte[] value = hasFormerName(record.value()) ? Json.bytes(logged.event()) : record.value();
        return Frame.of(logged.position(), logged.at(), value);
    }

    private static boolean hasFormerName(byte[] value) {
        int length = FORMER_NAME.length;
        return value.length > length && Arrays.equals(value, 0, length, FORMER_NAME, 0, length);
    }
}

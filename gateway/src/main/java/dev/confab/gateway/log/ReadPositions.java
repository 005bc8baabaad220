package dev.confab.gateway.log;

import dev.confab.chassis.topics.Partitions;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far this gateway has read each partition of the log. Written by the one reader, read by everybody. */
@ApplicationScoped
public class ReadPositions {
    private volatile AtomicLongArray lastRead = new AtomicLongArray(0);

    public void start(int partitions) {
        lastRead = new AtomicLongArray(partitions);
    }

    public void set(int partition, long position) {
        lastRead.set(partition, position);
    }

    /** Every event of the room up to here has been applied. */
    public Position of(RoomName room) {
        AtomicLongArray positions = lastRead;
        if (positions.length() == 0) {
            return Position.NONE;
        }
        return new Position(positions.get(Partitions.of(StreamKey.of(room), positions.length())));
    }
}

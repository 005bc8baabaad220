package dev.confab.gateway.log;

import dev.confab.chassis.topics.Partitions;
import dev.confab.gateway.room.Conversations;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far this gateway has read each partition of the log. Written by the one reader, read by everybody. */
@ApplicationScoped
public class ReadPositions implements Conversations.Reading {
    private volatile AtomicLongArray lastRead = new AtomicLongArray(0);

    public void start(int partitions) {
        lastRead = new AtomicLongArray(partitions);
    }

    public void set(int partition, long position) {
        lastRead.set(partition, position);
    }

    /** Every event of the stream up to here has been applied. */
    @Override
    public Position lastRead(StreamKey stream) {
        AtomicLongArray positions = lastRead;
        return positions.length() == 0
                ? Position.NONE
                : new Position(positions.get(Partitions.of(stream, positions.length())));
    }

    @Override
    public int partition(StreamKey stream) {
        return Partitions.of(stream, Math.max(1, lastRead.length()));
    }
}

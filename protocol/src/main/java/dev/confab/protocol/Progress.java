package dev.confab.protocol;

import java.nio.charset.StandardCharsets;

/**
 * What {@link Topic#PROGRESS} holds: how far one partition of {@link Topic#ROOMS} is in history. What counts is the greatest
 * position of the present log: a replica that gives the partition away may tell where it stood after the next one has told more.
 *
 * @param epoch of the log that the position is of
 * @param position everything in the partition up to here, and including it, is in history
 */
public record Progress(Epoch epoch, Position position) {
    public Progress {
        Required.require(epoch, "epoch");
        Required.require(position, "position");
    }

    /** The key of its record: the number of the partition, as text. */
    public static byte[] key(int partition) {
        return Integer.toString(partition).getBytes(StandardCharsets.UTF_8);
    }
}

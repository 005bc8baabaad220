package dev.confab.protocol;

import java.nio.charset.StandardCharsets;

/**
 * What {@link Topic#READS} holds: how far a user has read a stream, on whatever device. What counts is the greatest position of
 * the present log; order and repetitions do not matter.
 *
 * @param epoch of the log that the position is of
 */
public record ReadPosition(Username user, StreamKey stream, Epoch epoch, Position position) {
    public ReadPosition {
        Required.require(user, "user");
        Required.require(stream, "stream");
        Required.require(epoch, "epoch");
        Required.require(position, "position");
    }

    /** The key of its record. */
    public byte[] key() {
        return (user.key() + " " + stream).getBytes(StandardCharsets.UTF_8);
    }
}

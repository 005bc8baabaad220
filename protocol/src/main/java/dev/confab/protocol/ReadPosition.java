package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What {@link Topic#READS} holds: how far a user has read a stream, on whatever device. What counts is the greatest position of
 * the present log; order and repetitions do not matter.
 *
 * @param epoch of the log that the position is of
 * @param hidden whether the others are not to see it; of two with the same position this counts
 */
public record ReadPosition(
        Username user,
        StreamKey stream,
        Epoch epoch,
        Position position,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hidden) {
    public ReadPosition {
        Required.require(user, "user");
        Required.require(stream, "stream");
        Required.require(epoch, "epoch");
        Required.require(position, "position");
    }

    /** One that the others may see. */
    public ReadPosition(Username user, StreamKey stream, Epoch epoch, Position position) {
        this(user, stream, epoch, position, false);
    }

    @JsonCreator
    static ReadPosition of(
            @JsonProperty("user") Username user,
            @JsonProperty("stream") StreamKey stream,
            @JsonProperty("epoch") Epoch epoch,
            @JsonProperty("position") Position position,
            @JsonProperty("hidden") Optional<Boolean> hidden) {
        return new ReadPosition(user, stream, epoch, position, hidden.orElse(false));
    }

    /** The key of its record. */
    public byte[] key() {
        return (user.key() + " " + stream).getBytes(StandardCharsets.UTF_8);
    }
}

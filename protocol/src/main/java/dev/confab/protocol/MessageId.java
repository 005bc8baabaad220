package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an event, made by whoever asks for it (UUIDv7 by preference), so that asking again with the same id
 * changes nothing.
 */
public record MessageId(UUID value) {

    /** A fresh, time-ordered id. */
    public static MessageId next() {
        return new MessageId(UuidCreator.getTimeOrderedEpoch());
    }

    /** @throws ConfabException {@link ErrorCode#INVALID} unless the text is a UUID in its 36-character form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageId of(@Nullable String text) {
        try {
            if (text != null && text.length() == 36) {
                return new MessageId(UUID.fromString(text));
            }
        } catch (IllegalArgumentException notAUuid) {
            // answered below
        }
        throw new ConfabException(ErrorCode.INVALID, "The id is not a UUID.", "id");
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}

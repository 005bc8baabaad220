package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The identity of an uploaded file: a random UUID, made by media-service. */
public record MediaId(UUID value) {

    public static MediaId next() {
        return new MediaId(UUID.randomUUID());
    }

    /** @throws ConfabException {@link ErrorCode#NOT_FOUND} unless the text is a UUID in its 36-character form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MediaId of(@Nullable String text) {
        try {
            if (text != null && text.length() == 36) {
                return new MediaId(UUID.fromString(text));
            }
        } catch (IllegalArgumentException notAUuid) {
            // answered below
        }
        throw new ConfabException(ErrorCode.NOT_FOUND, "There is no such file.");
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}

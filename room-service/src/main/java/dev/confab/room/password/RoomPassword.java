package dev.confab.room.password;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;

/**
 * A password as somebody gave it: 1 to 72 bytes of UTF-8. More bcrypt would cut off, so that is refused.
 *
 * @param value never logged, never stored
 */
public record RoomPassword(String value) {
    private static final int MAX_BYTES = 72;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomPassword {
        if (value.isEmpty()) {
            throw new ConfabException(ErrorCode.INVALID, "The password is empty.", "password");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ConfabException(
                    ErrorCode.TOO_LONG, "The password has more than " + MAX_BYTES + " bytes.", "password");
        }
    }

    @Override
    public String toString() {
        return "RoomPassword";
    }
}

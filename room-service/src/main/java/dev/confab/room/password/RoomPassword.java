package dev.confab.room.password;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.confab.chassis.password.BcryptInput;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;

/**
 * A password as somebody gave it: not empty, and what {@link BcryptInput bcrypt takes as it is}.
 *
 * @param value never logged, never stored
 */
public record RoomPassword(String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomPassword {
        if (value.isEmpty()) {
            throw new ConfabException(ErrorCode.INVALID, "The password is empty.", "password");
        }
        BcryptInput.require(value, "password");
    }

    @Override
    public String toString() {
        return "RoomPassword";
    }
}
